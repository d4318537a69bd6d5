import { z } from 'zod';

/** How answers write what requests write too. What is sent is described here, not checked again. */
export const day = z.iso.date();
export const instant = z.iso.datetime();
export const bilingual = { zh: z.string(), en: z.string() };
export const nextCursor = z
  .string()
  .nullable()
  .meta({ description: 'cursor of the next page; null on the last' });
