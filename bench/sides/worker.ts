import { z } from 'zod';
import { answerOrders } from '../frame/answer-orders.ts';

/** The worker's own entry, with the settings of the measure; it answers once it runs. */
answerOrders(z.object({ settings: z.record(z.string(), z.string()) }), async ({ settings }) => {
  Object.assign(process.env, settings);
  await import('../../workers/main.ts');
  return {};
});
