import { z } from 'zod';

const setupShape = z.object({ open: z.boolean() });

/** Whether there is no account yet, so that POST /api/v1/setup makes the first administrator. */
export async function setupIsOpen(baseUrl: string): Promise<boolean> {
  const response = await fetch(`${baseUrl}/api/v1/setup`);
  if (!response.ok) throw new Error(`GET ${baseUrl}/api/v1/setup was answered ${response.status}.`);
  return setupShape.parse(await response.json()).open;
}
