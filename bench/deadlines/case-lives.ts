import type { CaseDocument } from '../../schemas/documents/case-document.ts';

import { commandOf } from '../../server/cases/case-routes.ts';
import { addDays } from '../../server/domain/legal-day.ts';
import { type BenchCity, mediatedCase } from '../data/bench-city.ts';

/** One kind of case at three points of its life: its deadlines are set, have moved, have fallen away. */
export interface CaseLife {
  name: string;
  /** How many deadlines fall away at once; as many jobs would have to wait for them. */
  deadlinesEach: number;
  /** Cases that were made by the service's own use cases. */
  created: string;
  moved: string;
  cancelled: string;
}

const FIRST_INSTALMENT_DAYS = 4;

/** Wages to be paid in so many instalments: agreed, put off by some days, paid. */
export async function caseLife(city: BenchCity, instalments: number): Promise<CaseLife> {
  const paid = await inInstalments(city, instalments, FIRST_INSTALMENT_DAYS);
  await payAll(city, paid);
  return {
    name: `${instalments} a case`,
    deadlinesEach: instalments,
    ...(await putOff(city, instalments)),
    cancelled: paid,
  };
}

/** Holidays may let two instalments have their reminder on one day: they are put off until it is another. */
async function putOff(city: BenchCity, instalments: number): Promise<{ created: string; moved: string }> {
  const created = await inInstalments(city, instalments, FIRST_INSTALMENT_DAYS);
  const waits = await waitsUntil(city, created);
  for (let days = FIRST_INSTALMENT_DAYS + 1; days < FIRST_INSTALMENT_DAYS + 30; days += 1) {
    const moved = await inInstalments(city, instalments, days);
    if ((await waitsUntil(city, moved)) !== waits) return { created, moved };
  }
  throw new Error('No instalment of the next month has its reminder on another day.');
}

async function waitsUntil({ connection }: BenchCity, caseId: string): Promise<number | undefined> {
  const found = await connection.collection<CaseDocument>('cases').findOne({ _id: caseId });
  return found?.nextNoticeAt?.getTime();
}

async function inInstalments(city: BenchCity, instalments: number, firstInDays: number): Promise<string> {
  const { today } = city;
  const agreed = {
    name: 'agree' as const,
    input: {
      terms: '用人单位分期支付，双方不再有其他争议。',
      workerSignedOn: today,
      respondentSignedOn: today,
      mediatorSignedOn: today,
      sealedOn: today,
      instalments: Array.from({ length: instalments }, (_, month) => ({
        dueOn: addDays(today, firstInDays + month * 30),
        amountFen: 100_000,
      })),
    },
  };
  return (await mediatedCase(city, [agreed])).id;
}

async function payAll({ use, head, today }: BenchCity, caseId: string): Promise<void> {
  const agreed = await use.cases.find(caseId, {});
  if (agreed === null) throw new Error('The case that was agreed on is gone.');
  let { version } = agreed;
  for (const { id } of agreed.agreements.flatMap(({ instalments }) => instalments)) {
    const paid = { instalmentId: id, paidOn: today, workerConfirmedOn: today };
    const command = commandOf('record-payment', paid);
    ({ version } = await use.actOnCase(head, { caseId, version, command }));
  }
}
