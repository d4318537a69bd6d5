import { z } from 'zod';
import { openText, type Seal, SealBrokenError, sealText } from '../secrets/sealed-text.ts';

/** A text that a browser keeps for a while and can neither read nor change. */
export function sealTicket(content: object, until: Date, seal: Seal): string {
  return sealText(JSON.stringify({ content, until: until.getTime() }), seal);
}

/** What it holds; null where it is none, was changed, stands for something else, or has run out. */
export function openTicket<Content>(
  ticket: string,
  content: z.ZodType<Content>,
  { now, ...seal }: Seal & { now: Date },
): Content | null {
  const opened = opening(ticket, seal);
  if (opened === null) return null;
  const read = z.strictObject({ content, until: z.number() }).safeParse(JSON.parse(opened));
  return read.success && read.data.until > now.getTime() ? read.data.content : null;
}

function opening(ticket: string, seal: Seal): string | null {
  try {
    return openText(ticket, seal);
  } catch (error) {
    if (error instanceof SealBrokenError) return null;
    throw error;
  }
}
