import { startTestApp } from './test-app.ts';
import { buildTestCity } from './test-city.ts';
import { startTestSink } from './test-sink.ts';
import { testWorker } from './test-worker.ts';

export type MailHouse = Awaited<ReturnType<typeof openMailHouse>>;

/** The application with its city, a mail server, and a worker that is driven by hand. */
export async function openMailHouse() {
  const app = await startTestApp();
  const city = await buildTestCity(app);
  const sink = await startTestSink();
  const worker = testWorker(app, sink);
  const close = async () => {
    worker.close();
    await sink.stop();
    await app.stop();
  };
  return { app, city, sink, worker, close };
}
