import { z } from 'zod';
import { compose } from '../../server/compose.ts';
import { connectDatabase } from '../../server/database/connect-database.ts';
import { caseTask, taskDoer } from '../cases/case-task.ts';
import { answerTurns } from '../frame/answer-turns.ts';

const key = z.hex().transform((text) => Buffer.from(text, 'hex'));
const start = z.object({ mongodbUri: z.string(), secret: key, masterKeys: z.tuple([key], key) });

/** The use cases of the service on its stores, without HTTP and without asking who asks. */
answerTurns({
  start,
  item: caseTask,
  begin: async ({ mongodbUri, secret, masterKeys }) => {
    const connection = await connectDatabase(mongodbUri);
    const now = () => new Date();
    return taskDoer(compose({ connection, secret, masterKeys, setupToken: undefined, now, loginHours: 0 }));
  },
});
