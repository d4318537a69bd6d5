import type { Heartbeat, HeartbeatStore } from './heartbeat-store.ts';
import { withinTime } from './within-time.ts';

/** After this long without a sign of life a worker counts as gone: three missed heartbeats. */
const HEARTBEAT_LIFE_MS = 15_000;
const PROBE_TIMEOUT_MS = 2000;

export interface ReadinessDependencies {
  heartbeats: HeartbeatStore;
  databaseEngine: string;
  pingDatabase: () => Promise<unknown>;
  pingRedis: () => Promise<unknown>;
  now: () => Date;
}

type Part = { ok: true; [detail: string]: unknown } | { ok: false; fault: string };

/** Whether everything that the service stands on answers: database, Redis, a worker's heartbeat, its mail server. */
export function checkReadiness(dependencies: ReadinessDependencies) {
  const { heartbeats, databaseEngine, pingDatabase, pingRedis, now } = dependencies;

  async function workersAndMail(): Promise<{ worker: Part; mail: Part }> {
    const alive = await heartbeats.since(new Date(now().getTime() - HEARTBEAT_LIFE_MS));
    if (alive.length === 0) {
      const fault = 'no worker has given a sign of life in the last 15 s';
      return { worker: { ok: false, fault }, mail: { ok: false, fault: 'unknown: a worker has to try it' } };
    }
    return {
      worker: { ok: true, alive: alive.length },
      mail: mailPart(alive),
    };
  }

  return async () => {
    const [database, redis, rest] = await Promise.all([
      probe(pingDatabase),
      probe(pingRedis),
      withinTime(workersAndMail(), PROBE_TIMEOUT_MS).catch((error: unknown) => {
        const part: Part = { ok: false, fault: reason(error) };
        return { worker: part, mail: part };
      }),
    ]);
    const parts = { database: { ...database, engine: databaseEngine }, redis, ...rest };
    return { ready: Object.values(parts).every(({ ok }) => ok), parts };
  };
}

/** Mail goes out as long as one worker reaches its server. */
function mailPart(alive: readonly Heartbeat[]): Part {
  const faults = alive.flatMap(({ mailFault }) => (mailFault === null ? [] : [mailFault]));
  const [fault] = faults;
  return fault === undefined || faults.length < alive.length ? { ok: true } : { ok: false, fault };
}

async function probe(ping: () => Promise<unknown>): Promise<Part> {
  try {
    await withinTime(ping(), PROBE_TIMEOUT_MS);
    return { ok: true };
  } catch (error) {
    return { ok: false, fault: reason(error) };
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
