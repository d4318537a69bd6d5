import { z } from 'zod';

/** RFC 9457. */
export const problemAnswer = z
  .looseObject({
    type: z.string().meta({ description: 'urn:heyi:problem: and the code' }),
    title: z.string().meta({ description: 'what the status says, in Chinese or English' }),
    status: z.int(),
    code: z.string().meta({ description: 'stable; the texts are not' }),
    detail: z.string().meta({ description: 'what is wrong and what to do, in Chinese or English' }),
    requestId: z.string(),
    errors: z
      .array(z.looseObject({ pointer: z.string(), detail: z.string() }))
      .optional()
      .meta({ description: 'the fields at fault, by RFC 6901 pointer' }),
  })
  .meta({ id: 'Problem' });
