import type { Connection } from 'mongoose';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import type { DeliveryDocument } from '../../schemas/documents/delivery-document.ts';
import type { Services } from '../../server/compose.ts';
import type { MediationCase } from '../../server/domain/case.ts';
import {
  isNewer,
  isOfSameDeadline,
  type Notice,
  noticesDue,
  noticesOf,
} from '../../server/domain/notices.ts';
import type { Organisation } from '../../server/domain/organisation.ts';
import { DEFAULT_REMINDER_SETTINGS } from '../../server/domain/reminder-settings.ts';
import { type Addressee, channelsTo } from '../../server/notices/addressee.ts';
import { findAddressees } from '../../server/notices/find-addressees.ts';
import { noticeContext } from '../../server/notices/notice-context.ts';
import type { CaseHistory } from './case-history.ts';
import type { DueNotice, LedgerRow } from './chaos-report.ts';

type Way = Pick<DueNotice, 'accountId' | 'workerId' | 'channel'>;
const TO_NOBODY: Way = { accountId: null, workerId: null, channel: 'mail' };

/** What is stored in the end, and what follows from it by the law and the tables alone. */
export async function gatherEvidence(services: Services) {
  const { connection, calendar, organisations, now } = services;
  const cases = await storedCases(connection);
  const byId = new Map<string, Organisation>();
  for (const id of new Set(cases.map(({ organisationId }) => organisationId))) {
    const organisation = await organisations.find(id);
    if (organisation !== null) byId.set(id, organisation);
  }
  const firstWay = (addressee: Addressee, { organisationId }: MediationCase): Way => {
    const settings = byId.get(organisationId)?.reminderSettings ?? DEFAULT_REMINDER_SETTINGS;
    const [channel = 'telephone'] = channelsTo(addressee, settings);
    const accountId = addressee.kind === 'staff' ? addressee.account.id : null;
    return { accountId, workerId: addressee.kind === 'worker' ? addressee.worker.id : null, channel };
  };
  const noticesOfCase = (subject: MediationCase) => {
    const organisation = byId.get(subject.organisationId);
    if (organisation === undefined) throw new Error(`Case ${subject.id} has no organisation.`);
    return noticesOf(subject, noticeContext(subject, organisation, calendar));
  };
  const addressees = findAddressees(services);
  const at = now();
  const dueAtLast: DueNotice[] = [];
  for (const subject of cases) {
    const due: Due[] = [];
    for (const notice of noticesDue(noticesOfCase(subject), at)) {
      const found = await addressees(subject, notice.to);
      const ways = found.length > 0 ? found.map((one) => firstWay(one, subject)) : [TO_NOBODY];
      due.push(...ways.map((way) => ({ notice, way })));
    }
    const left = due.filter((one) => !due.some((other) => overtakes(other, one)));
    dueAtLast.push(...left.map(({ notice, way }) => ({ caseId: subject.id, noticeKey: notice.key, ...way })));
  }
  return {
    cases,
    dueAtLast,
    ledger: await storedLedger(connection),
    tasks: await storedTasks(connection),
    keysOf: (subject: MediationCase) => new Set(noticesOfCase(subject).map(({ key }) => key)),
  };
}

interface Due {
  notice: Notice;
  way: Way;
}

/** Of several reminders of one deadline to one person, in whatever roles, the newest is left. */
function overtakes(other: Due, { notice, way }: Due): boolean {
  const addressee = way.accountId ?? way.workerId;
  if (notice.kind !== 'deadline-reminder' || addressee === null) return false;
  if ((other.way.accountId ?? other.way.workerId) !== addressee) return false;
  return isOfSameDeadline(other.notice, notice) && isNewer(other.notice, notice);
}

/** Cases whose registration was never answered are there too: one version, known from its record alone. */
export function withUnanswered(
  histories: readonly CaseHistory[],
  cases: readonly MediationCase[],
): CaseHistory[] {
  const known = new Set(histories.map(({ caseId }) => caseId));
  const others = cases
    .filter(({ id }) => !known.has(id))
    .map((subject) => {
      const from = subject.registeredAt.getTime();
      return { caseId: subject.id, versions: [{ subject, from, by: Infinity, acknowledged: false }] };
    });
  return [...histories, ...others];
}

/** Acknowledged versions that the stored timeline does not begin with. */
export function missingWrites(histories: readonly CaseHistory[], cases: readonly MediationCase[]): string[] {
  const stored = new Map(cases.map((subject) => [subject.id, subject]));
  return histories.flatMap(({ caseId, versions }) =>
    versions
      .filter(({ acknowledged, subject }) => {
        if (!acknowledged) return false;
        const now = stored.get(caseId);
        const kept = now?.timeline.slice(0, subject.timeline.length).map(({ id }) => id);
        return now === undefined || kept?.join() !== subject.timeline.map(({ id }) => id).join();
      })
      .map(({ subject }) => `${caseId} version ${subject.version}`),
  );
}

async function storedCases({ db }: Connection): Promise<MediationCase[]> {
  const documents = await db?.collection<CaseDocument>('cases').find().toArray();
  return (documents ?? []).map(({ _id, ...rest }) => ({ ...rest, id: _id }));
}

async function storedLedger({ db }: Connection): Promise<LedgerRow[]> {
  const documents = await db?.collection<DeliveryDocument>('deliveries').find().toArray();
  return (documents ?? []).map(({ _id, ...rest }) => ({ ...rest, id: _id }));
}

async function storedTasks({ db }: Connection): Promise<Set<string>> {
  const documents = await db?.collection<{ _id: string }>('tasks').find().toArray();
  return new Set((documents ?? []).map(({ _id }) => _id));
}
