import { z } from 'zod';

export const statusLookupRequest = z.strictObject({ number: z.string().max(100), code: z.string().max(40) });
