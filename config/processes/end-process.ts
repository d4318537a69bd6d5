import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from './process-identity.ts';

export interface EndProcessRequest {
  pid: number;
  /** From processIdentity: a process that has the pid by now but is another one is left alone. */
  identity: string;
  signal: NodeJS.Signals;
  graceMs: number;
}

/** Ends a process that may not be our child: its stop signal, and SIGKILL for its group after the grace period. */
export async function endProcess(request: EndProcessRequest): Promise<void> {
  if (await gone(request, request.signal, request.graceMs)) return;
  await gone(request, 'SIGKILL', 5000);
}

async function gone({ pid, identity }: EndProcessRequest, signal: NodeJS.Signals, withinMs: number) {
  const until = Date.now() + withinMs;
  if (processIdentity(pid) === identity) signalProcess(pid, signal);
  while (processIdentity(pid) === identity) {
    if (Date.now() > until) return false;
    await sleep(50);
  }
  return true;
}

/** Sends a signal; SIGKILL goes to the whole group, since who is killed can't see to its own children. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  for (const target of signal === 'SIGKILL' ? [-pid, pid] : [pid]) {
    try {
      process.kill(target, signal);
    } catch {
      // ESRCH: it is gone already, which is what was wanted.
    }
  }
}
