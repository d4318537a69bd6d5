import { answerTurns } from '../frame/answer-turns.ts';
import { session, sessionStart, sessionUpdate } from './session-update.ts';

/** What the database allows: the conditional update by the driver, in this process, and nothing else. */
answerTurns({ start: sessionStart, item: session, begin: sessionUpdate });
