import { z } from 'zod';
import { legalDay } from './fields.ts';

/** A list of workers comes as a file; what is said besides stands in the address. */
export const workerListQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'true: nothing is stored; the answer says what each row would become' }),
  joinedOn: legalDay
    .optional()
    .meta({ description: 'the day on which they joined; today where it is left out' }),
});
