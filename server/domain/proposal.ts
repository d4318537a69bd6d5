import type { Bilingual } from './bilingual.ts';
import type { MediationCase } from './case.ts';
import type { ActionName } from './case-actions.ts';
import { dayText } from './day-text.ts';
import type { Deadline } from './deadline.ts';
import type { LegalDay } from './legal-day.ts';

interface Standing {
  deadlines: readonly Deadline[];
  today: LegalDay;
}

/**
 * Why an open action is the one to look at, as a person reads it; null where nothing calls for it. The service never
 * fails or breaks a case by itself: somebody may have paid in cash, or signed an extension, that nobody wrote down yet.
 */
export function proposalOf(name: ActionName, subject: MediationCase, standing: Standing): Bilingual | null {
  if (name === 'fail') return mediationIsOver(standing);
  return name === 'record-breach' ? instalmentsAreMissed(subject, standing) : null;
}

/** M3 is over, and nobody recorded an extension (O17 29). */
function mediationIsOver({ deadlines, today }: Standing): Bilingual | null {
  const [dueOn] = overdueDays(
    deadlines.filter(({ rule }) => rule === 'M3' || rule === 'M3n'),
    today,
  );
  if (dueOn === undefined) return null;
  const day = dayText(dueOn);
  return {
    zh: `调解期限已于${day.zh}届满：双方没有书面延长的，请登记调解不成`,
    en: `the time for mediation ended on ${day.en}: unless both sides extended it in writing, record that it failed`,
  };
}

/** Instalments whose day is over without their money and without a word about it (LDMAA 16). */
function instalmentsAreMissed({ clock }: MediationCase, { deadlines, today }: Standing): Bilingual | null {
  const noted = new Set(
    clock.flatMap((event) => (event.kind === 'instalment-missed' ? event.instalmentId : [])),
  );
  const open = deadlines.filter(({ rule, subject }) => rule === 'M8' && !noted.has(subject));
  const days = overdueDays(open, today);
  const [first] = days;
  if (first === undefined) return null;
  const day = dayText(first);
  return {
    zh: `有${days.length}笔款项到期后未记录到账（最早为${day.zh}）：请向职工核实，确未到账的，登记逾期`,
    en: `${days.length} instalments (the first of ${day.en}) are past their day and not recorded as paid: ask the worker, and record what is missing`,
  };
}

function overdueDays(deadlines: readonly Deadline[], today: LegalDay): LegalDay[] {
  return deadlines
    .flatMap(({ state, dueOn }) => (state === 'running' && dueOn !== null && dueOn < today ? [dueOn] : []))
    .toSorted();
}
