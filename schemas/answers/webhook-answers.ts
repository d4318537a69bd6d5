import { z } from 'zod';
import { instant } from './answer-fields.ts';

export const webhookAnswer = z.strictObject({ url: z.string().nullable(), eventsSince: instant.nullable() });

export const webhookSetAnswer = z.strictObject({
  url: z.string(),
  eventsSince: instant,
  secret: z
    .string()
    .meta({ description: 'signs the events (Standard Webhooks); shown here and nowhere else' }),
});
