/**
 * The servers of this test run (test/run-tests.ts starts them, or takes the given ones). All that a test writes
 * lies in databases and under Redis keys whose names begin with the run's own name: it is removed at the end.
 */
export interface TestServices {
  /** Of a database that only this test file uses, when it names itself. */
  mongodbUri: (database?: string) => string;
  redisUrl: string;
  /** Begins every database, queue and key of this run, as `heyi_test_1f2e3d`. */
  runName: string;
}

export function testServices(): TestServices {
  const { TEST_MONGODB_URI, TEST_REDIS_URL, TEST_RUN_NAME } = process.env;
  if (!TEST_MONGODB_URI || !TEST_REDIS_URL || !TEST_RUN_NAME) {
    throw new Error('This test needs its servers: run it by `npm test -- PATH`.');
  }
  const mongodbUri = (database?: string) =>
    withDatabase(TEST_MONGODB_URI, database ? `${TEST_RUN_NAME}_${database}` : TEST_RUN_NAME);
  return { mongodbUri, redisUrl: TEST_REDIS_URL, runName: TEST_RUN_NAME };
}

/** The same server (or servers: no URL class takes several hosts) and login, another database. */
export function withDatabase(uri: string, database: string): string {
  const parts = /^(?<servers>[^/]+\/\/[^/?]+)\/?(?<login>[^?]*)\??(?<options>.*)$/.exec(uri)?.groups;
  const options = new URLSearchParams(parts?.['options']);
  // Who logs in does so at the database of the address, unless the options name another.
  if (parts?.['servers']?.includes('@') && !options.has('authSource')) {
    options.set('authSource', parts['login'] || 'admin');
  }
  return `${parts?.['servers'] ?? uri}/${database}${options.size > 0 ? `?${options.toString()}` : ''}`;
}
