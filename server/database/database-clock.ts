import type { Connection } from 'mongoose';

/** Differences of the clocks below this are the time that the question took. */
const UNSURE_MS = 1000;

/** One clock for all processes: the database's. */
export interface DatabaseClock {
  now: () => Date;
  /** Compares this machine's clock with the database's again. */
  adjust: () => Promise<void>;
}

/**
 * Tells the time of the database server, so that a process whose own clock is wrong sends nothing early and takes
 * no claim that another still holds.
 */
export async function databaseClock(
  connection: Pick<Connection, 'db'>,
  ownNow: () => number = Date.now,
): Promise<DatabaseClock> {
  let aheadMs = 0;
  async function adjust(): Promise<void> {
    const asked = ownNow();
    const answer = await connection.db?.admin().command({ hello: 1 });
    const answered = ownNow();
    const theirs: unknown = answer?.['localTime'];
    if (!(theirs instanceof Date)) throw new Error('The database does not tell its time.');
    const difference = theirs.getTime() - (asked + answered) / 2;
    aheadMs = Math.abs(difference) < UNSURE_MS ? 0 : difference;
  }
  await adjust();
  return { adjust, now: () => new Date(ownNow() + aheadMs) };
}
