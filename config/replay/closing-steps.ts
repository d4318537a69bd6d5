import { eventOf } from './event-words.ts';
import type { PublishedCase } from './published-case.ts';
import { fenOf, precisionOf } from './published-record.ts';
import { fateOf } from './respondent-fate.ts';
import type { ShownCase } from './shown-case.ts';
import type { ReplayStep } from './told-event.ts';

/** What became of respondents, where the page says it in describing them. */
export function respondentSteps({ respondents }: PublishedCase, subject: ShownCase): ReplayStep[] {
  return respondents.flatMap(({ kind, described }, index) => {
    // Of an heir it is told who died before them.
    const fate = kind === 'heir' ? null : fateOf(described ?? '');
    const respondentId = subject.respondents[index]?.id;
    return fate === null || respondentId === undefined
      ? []
      : [{ by: 'clerk' as const, action: 'change-respondent' as const, body: { respondentId, ...fate } }];
  });
}

/** What the page tells of the whole and no line adds up to: sums, how well they are known, the outcome in words. */
export function closingSteps(published: PublishedCase, subject: ShownCase): ReplayStep[] {
  const { amountAgreedYuan, amountPaidYuan, amountPrecision, outcome, daysTaken } = published;
  const precision = precisionOf(amountPrecision);
  const told = (yuan: number | null | undefined, shown: { fen: number } | null) =>
    typeof yuan === 'number' && shown?.fen !== fenOf(yuan) ? { fen: fenOf(yuan), precision } : null;
  const agreed = told(amountAgreedYuan, subject.sums.agreed);
  const paid = told(amountPaidYuan, subject.sums.paid);
  const steps: ReplayStep[] = [];
  // Some were paid while others were still in dispute; now that nobody is, the whole has been kept.
  const wasPaid = published.events.some(({ what }) => eventOf(what) === 'performed');
  if (wasPaid && subject.state === 'agreed' && subject.workers.every(({ outcome }) => outcome)) {
    steps.push({
      by: 'mediator',
      action: 'record-performance',
      body: { performedOn: null, calledBackOn: null },
    });
  }
  if (agreed !== null || paid !== null || amountPrecision) {
    steps.push({
      by: 'mediator',
      action: 'tell-sums',
      body: { toldOn: null, agreed, paid, precision: amountPrecision ? precision : null },
    });
  }
  if (outcome || typeof daysTaken === 'number') {
    steps.push({
      by: 'mediator',
      action: 'write-closing',
      body: { writtenOn: null, summary: outcome ?? '未注明结果', daysTaken: daysTaken ?? null },
    });
  }
  return steps;
}
