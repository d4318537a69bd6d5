import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededRandom } from '../../config/seed/seeded-random.ts';
import type { ChaosHouse } from './chaos-house.ts';
import { INCIDENTS, type Incident, type IncidentKind } from './incident.ts';

export interface TroubleRequest {
  house: ChaosHouse;
  random: SeededRandom;
  leaseMs: number;
  /** On average, from one incident to the next. */
  everyMs: number;
  /** The worker that has a row in hand. */
  claimantOf: (deliveryId: string) => Promise<string | null>;
  /** Resolves once the database answers. */
  databaseAnswers: () => Promise<void>;
}

/** Kills, pauses and restarts at random moments until told to stop; then everything runs again. */
export function makeTrouble(request: TroubleRequest) {
  const { house, random, leaseMs, everyMs, claimantOf, databaseAnswers } = request;
  const incidents: Incident[] = [];
  const open = new Set<Promise<void>>();
  const paused = new Set<number>();
  const stopping = new AbortController();
  let mailIsDown = false;

  function begin(kind: IncidentKind, pid?: number): Incident {
    const at = Date.now();
    const workerId = pid === undefined ? null : (house.workerIds.get(pid) ?? null);
    const incident = { kind, at, until: at, workerId };
    incidents.push(incident);
    return incident;
  }

  /** A wait that the end of the trouble cuts short. */
  const wait = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);

  function aWorker(): number | undefined {
    const pids = house.workers.flatMap(({ pid }) => (pid === undefined || paused.has(pid) ? [] : [pid]));
    const [first, ...rest] = pids;
    return first === undefined ? undefined : random.pick([first, ...rest]);
  }

  async function pause(pid: number, kind: IncidentKind, ms: number): Promise<void> {
    const incident = begin(kind, pid);
    paused.add(pid);
    signal(pid, 'SIGSTOP');
    await wait(ms);
    signal(pid, 'SIGCONT');
    paused.delete(pid);
    incident.until = Date.now();
  }

  function kill(pid: number | undefined, kind: IncidentKind): void {
    if (pid === undefined) return;
    begin(kind, pid);
    signal(pid, 'SIGKILL');
  }

  async function strike(kind: keyof typeof INCIDENTS): Promise<void> {
    const worker = aWorker();
    switch (kind) {
      case 'kill-worker':
        return kill(worker, kind);
      case 'restart-worker':
        if (worker === undefined) return;
        begin(kind, worker);
        return signal(worker, 'SIGTERM');
      case 'pause-worker':
        if (worker !== undefined) await pause(worker, kind, random.int(200, 2500));
        return;
      case 'pause-worker-past-lease':
        if (worker !== undefined) await pause(worker, kind, leaseMs * (1.2 + random.next() / 2));
        return;
      case 'kill-web':
        return kill(house.webPid(), kind);
      case 'kill-mail-server':
        return kill(house.sinkPid(), kind);
      case 'stop-mail-server':
        return stopMail();
      case 'kill-redis':
        return kill(house.redisPid(), kind);
      case 'kill-database':
        return killDatabase();
      case 'empty-redis':
        house.forgetRedis();
        return kill(house.redisPid(), kind);
      case 'flush-redis':
        await house.flushRedis();
        begin(kind);
    }
  }

  /** One of its processes: where there are two, PostgreSQL or the gateway before it. */
  async function killDatabase(): Promise<void> {
    const [first, ...others] = house.databasePids();
    // A given one is nobody's to kill.
    if (first === undefined) return;
    const incident = begin('kill-database');
    signal(random.pick([first, ...others]), 'SIGKILL');
    await databaseAnswers();
    incident.until = Date.now();
  }

  async function stopMail(): Promise<void> {
    if (mailIsDown) return;
    mailIsDown = true;
    const incident = begin('stop-mail-server');
    await house.stopSink();
    await wait(random.int(500, 6000));
    house.startSink();
    mailIsDown = false;
    incident.until = Date.now();
  }

  /** The mail server has taken a message and not said so yet: its worker dies now, or as soon as that was said. */
  async function aim(deliveryId: string): Promise<void> {
    const claimant = await claimantOf(deliveryId);
    const pid = house.workers.find(
      ({ pid }) => pid !== undefined && house.workerIds.get(pid) === claimant,
    )?.pid;
    if (pid === undefined || paused.has(pid)) return;
    if (random.chance(0.5)) return kill(pid, 'kill-before-answer');
    await pause(pid, 'pause-worker', 1000);
    kill(pid, 'kill-after-answer');
  }

  /** One thing going on; what fails because something else is broken at that moment has not happened. */
  function go(work: Promise<void>): void {
    const one: Promise<void> = work.catch(() => undefined).finally(() => open.delete(one));
    open.add(one);
  }

  async function rounds(): Promise<void> {
    while (!stopping.signal.aborted) {
      await wait(random.next() * 2 * everyMs);
      if (!stopping.signal.aborted) go(strike(random.weighted(INCIDENTS)));
    }
  }
  const done = rounds();
  return {
    incidents,
    aim: (deliveryId: string) => {
      if (!stopping.signal.aborted) go(aim(deliveryId));
    },
    async stop() {
      stopping.abort();
      await done;
      await Promise.all(open);
    },
  };
}

function signal(pid: number, name: NodeJS.Signals): void {
  // 0 and 1 would mean a whole group, or the system.
  if (!(pid > 1)) return;
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already: the next round finds another.
  }
}
