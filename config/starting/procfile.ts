import { z } from 'zod';

/** A line of the Procfile, as the process that it comes down to. */
export interface ProcfileProcess {
  name: string;
  command: string;
  args: string[];
}

const packageShape = z.object({ scripts: z.record(z.string(), z.string()) });

/**
 * `npm run NAME` as the command behind it. npm and the shell between would take the signals and the kills that
 * are meant for the process itself.
 */
function directCommand(command: string, scripts: Record<string, string>): string {
  const script = /^npm run (?:--silent |-s )?([\w:-]+)$/.exec(command)?.[1];
  return (script !== undefined && scripts[script]) || command;
}

function processOf(name: string, command: string): ProcfileProcess {
  if (/["'$`|&;<>*?~=\\]/.test(command)) return { name, command: '/bin/sh', args: ['-c', command] };
  const [program = '', ...args] = command.split(/\s+/);
  return { name, command: program === 'node' ? process.execPath : program, args };
}

/** Reads a Procfile; its `npm run` lines are looked up in package.json. */
export function readProcfile(procfile: string, packageJson: string): ProcfileProcess[] {
  const { scripts } = packageShape.parse(JSON.parse(packageJson));
  return procfile
    .split(/\r?\n/)
    .map((line) => /^([\w-]+):\s*(.*\S)\s*$/.exec(line))
    .flatMap((match) =>
      match?.[1] && match[2] ? [processOf(match[1], directCommand(match[2], scripts))] : [],
    );
}
