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
  const mongodbUri = (database?: string) => {
    const uri = new URL(TEST_MONGODB_URI);
    uri.pathname = database ? `/${TEST_RUN_NAME}_${database}` : `/${TEST_RUN_NAME}`;
    return uri.href;
  };
  return { mongodbUri, redisUrl: TEST_REDIS_URL, runName: TEST_RUN_NAME };
}
