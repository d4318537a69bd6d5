import { z } from 'zod';
import { bilingual } from './answer-fields.ts';
import { caseAnswer, possibleDuplicates } from './case-answers.ts';

const remark = z.strictObject({
  row: z.int().meta({ description: 'as Excel counts them, from 1' }),
  column: z.string().nullable().meta({ description: 'as Excel names them' }),
  code: z.string(),
  ...bilingual,
});

const triedList = z
  .strictObject({
    dryRun: z.literal(true),
    columns: z.array(
      z.strictObject({
        column: z.string(),
        header: z.string(),
        field: z.string().nullable().meta({ description: 'null: nothing of it is taken over' }),
      }),
    ),
    workers: z
      .array(z.looseObject({ row: z.int() }))
      .meta({ description: 'what each row would become; numbers with their last digits only' }),
    faults: z.array(remark).meta({ description: 'all must be mended before anybody is added' }),
    hints: z.array(remark).meta({ description: 'to be looked at; they keep nothing back' }),
    possibleDuplicates,
  })
  .meta({ id: 'TriedWorkerList' });

/** Of a dry run what it found, else the case with its new workers. */
export const workerListAnswer = z.union([
  triedList,
  caseAnswer.extend({ possibleDuplicates }).meta({ id: 'CaseWithNewWorkers' }),
]);
