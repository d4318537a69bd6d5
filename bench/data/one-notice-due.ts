import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import { addDays } from '../../server/domain/legal-day.ts';
import { noticesDue, noticesOf } from '../../server/domain/notices.ts';
import { noticeContext } from '../../server/notices/notice-context.ts';
import { type BenchCity, mediatedCase } from './bench-city.ts';
import { copyCases } from './copy-cases.ts';

const LONGEST_DAYS = 30;

/**
 * A case of which exactly one notice has fallen due: an instalment is about to be paid, and its mediator is told.
 * It waits, as its copies will, until a turn sets the instant at which the sweep looks at it.
 */
export async function caseWithOneNoticeDue(city: BenchCity): Promise<string> {
  const { today, use, centre, calendar, connection } = city;
  const cases = connection.collection<CaseDocument>('cases');
  for (let days = 2; days < LONGEST_DAYS; days += 1) {
    const { id } = await mediatedCase(city, [
      {
        name: 'agree',
        input: {
          terms: '用人单位分期支付，双方不再有其他争议。',
          workerSignedOn: today,
          respondentSignedOn: today,
          mediatorSignedOn: today,
          sealedOn: today,
          instalments: [{ dueOn: addDays(today, days), amountFen: 500_000 }],
        },
      },
    ]);
    const subject = await use.cases.find(id, {});
    const notices = subject === null ? [] : noticesOf(subject, noticeContext(subject, centre, calendar));
    await cases.updateOne({ _id: id }, { $set: { nextNoticeAt: null } });
    if (noticesDue(notices, new Date()).length === 1) return id;
  }
  throw new Error(`No instalment of the next ${LONGEST_DAYS} days has its reminder today.`);
}

/** Cases with one notice due each, that no sweep looks at yet. */
export async function waitingCases(city: BenchCity, count: number): Promise<string[]> {
  const id = await caseWithOneNoticeDue(city);
  const copies = await copyCases({ connection: city.connection, sealing: city.use.sealing }, { id, count });
  return copies.map(({ _id }) => _id);
}
