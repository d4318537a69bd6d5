import type { Lack } from './actions/case-action.ts';
import { type Consent, hasWithdrawn, newestConsent } from './consent.ts';
import { refuseWithout } from './consent-to-go-on.ts';
import { Fault } from './fault.ts';
import { isSurelyAfter, type PartialDay } from './partial-day.ts';
import type { CaseWorker } from './worker.ts';

/** For what a case goes to somebody else, each by a consent of its own (PIPL 23). */
type HandingOn = 'transfer' | 'hand-to-arbitration' | 'referral';

const WORDS = {
  transfer: { zh: '移送其他工会', en: 'a transfer' },
  'hand-to-arbitration': { zh: '移送仲裁', en: 'the hand-over to arbitration' },
  referral: { zh: '转介', en: 'a referral' },
} as const satisfies Record<HandingOn, unknown>;

interface Asked {
  purpose: HandingOn;
  /** The day on which they agreed to this step; null where nobody says. */
  consentOn: PartialDay | null;
  /** Whose data goes. */
  workerIds: readonly string[];
}

/**
 * The workers with the consent on which their data goes to somebody else (PIPL 23): the one that stands, or the one
 * that the step itself tells, which becomes a row of theirs and can be withdrawn like any other. Who is known by
 * nothing has nothing to agree to.
 * @throws Fault `consent_missing` where somebody never agreed, or took it back and has not agreed since;
 * `consent_withdrawn` where they agree to be recorded at all no more
 */
export function withConsentToHandOn(
  workers: readonly CaseWorker[],
  { purpose, consentOn, workerIds }: Asked,
): CaseWorker[] {
  const going = new Set(workerIds);
  refuseWithout(workers.filter((worker) => going.has(worker.id) && hasWithdrawn(worker, 'process')));
  const mayNotGo = workers.filter(
    (worker) =>
      going.has(worker.id) && isMissing(worker, purpose) && !isGivenSince(worker, { purpose, consentOn }),
  );
  if (mayNotGo.length > 0) {
    throw new Fault('consent_missing', {
      pointer: '/consentOn',
      params: { count: String(mayNotGo.length), purpose },
    });
  }
  const told: Consent = { purpose, givenOn: consentOn, withdrawnOn: null, how: null };
  return workers.map((worker) =>
    going.has(worker.id) && isMissing(worker, purpose)
      ? { ...worker, consents: [...(worker.consents ?? []), told] }
      : worker,
  );
}

/** The day that a step tells of its consent, to be checked as its others are; on a recorded consent it tells none. */
export function dayOfConsent(consentOn: PartialDay | null): { consentOn?: PartialDay } {
  return consentOn === null ? {} : { consentOn };
}

/** Who of those that a step is about has yet to be asked. */
export function consentMissing(workers: readonly CaseWorker[], purpose: HandingOn): Lack[] {
  const missing = workers.filter((worker) => isMissing(worker, purpose)).length;
  if (missing === 0) return [];
  const { zh, en } = WORDS[purpose];
  return [
    {
      code: 'consent-missing',
      zh: `${missing}名职工尚无同意${zh}的记录：请征求本人同意并登记，或在 consentOn 中写明同意之日`,
      en: `${missing} of the workers have no recorded consent to ${en}: ask them, and record it by record-consent (${purpose}), or tell its day in consentOn`,
    },
  ];
}

function isMissing(worker: CaseWorker, purpose: HandingOn): boolean {
  const { name, phone, idNumber = null } = worker;
  if (name === null && phone === null && idNumber === null) return false;
  return newestConsent(worker, purpose) === undefined || hasWithdrawn(worker, purpose);
}

/** Of the day on which they took one back nobody knows which came first. */
function isGivenSince(
  worker: CaseWorker,
  { purpose, consentOn }: Pick<Asked, 'purpose' | 'consentOn'>,
): boolean {
  const withdrawnOn = newestConsent(worker, purpose)?.withdrawnOn ?? null;
  return consentOn !== null && (withdrawnOn === null || isSurelyAfter(consentOn, withdrawnOn));
}
