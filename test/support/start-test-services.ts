import { startRunServices } from './start-run-services.ts';

/** Starts or takes the servers of a test run and tells the tests where they are. Returns what ends them. */
export async function startTestServices(say: (line: string) => void): Promise<() => Promise<void>> {
  const services = await startRunServices('test', say);
  say(`Tests run on ${services.mongodbEngine} and ${services.redisEngine}.`);
  Object.assign(process.env, {
    TEST_RUN_NAME: services.runName,
    TEST_MONGODB_URI: services.mongodbUri,
    TEST_REDIS_URL: services.redisUrl,
  });
  return services.stop;
}
