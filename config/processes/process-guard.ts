import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Waits for the end of its standard input, whose other end this process alone holds. The kernel closes it
 * however this process goes (kill -9 too); the guard then ends what is left on its list: the process' own stop
 * signal first, and after four seconds SIGKILL for the whole group. Each process leads a group of its own.
 */
const GUARD_SCRIPT = `
trap '' INT TERM HUP QUIT
kept=''
while read -r action pid signal; do
  case $action in
    add) kept="$kept $pid:$signal" ;;
    drop)
      rest=''
      for one in $kept; do [ "\${one%%:*}" = "$pid" ] || rest="$rest $one"; done
      kept=$rest ;;
  esac
done
for one in $kept; do kill -"\${one#*:}" "\${one%%:*}" 2>/dev/null; done
for second in 1 2 3 4; do
  alive=''
  for one in $kept; do kill -0 "\${one%%:*}" 2>/dev/null && alive=yes; done
  [ -n "$alive" ] || break
  sleep 1
done
for one in $kept; do kill -KILL -"\${one%%:*}" "\${one%%:*}" 2>/dev/null; done
`;

const guarded = new Map<number, string>();
let guard: ChildProcess | undefined;

/** Sees to it that a process (leader of its own group) does not outlive this one, even after a kill -9. */
export function guardProcess(pid: number, stopSignal: NodeJS.Signals): void {
  const line = `${pid} ${stopSignal.replace(/^SIG/, '')}`;
  guarded.set(pid, line);
  if (guard) guard.stdin?.write(`add ${line}\n`);
  else startGuard();
}

/** Takes a process that has ended off the guard's list, before its pid is given to another. */
export function unguardProcess(pid: number): void {
  if (guarded.delete(pid)) guard?.stdin?.write(`drop ${pid}\n`);
}

function startGuard(): void {
  const child = spawn('/bin/sh', ['-c', GUARD_SCRIPT, `heyi-guard-of-${process.pid}`], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard = child;
  // Neither the guard nor its pipe keeps this process from ending.
  child.unref();
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  child.stdin.on('error', () => undefined);
  child.on('error', () => undefined);
  child.on('exit', () => {
    guard = undefined;
    if (guarded.size > 0) startGuard();
  });
  for (const line of guarded.values()) child.stdin.write(`add ${line}\n`);
}
