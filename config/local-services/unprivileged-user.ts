import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';

/** Who PostgreSQL runs as: this user, or, as it refuses to be root, one without rights. */
export interface ServerUser {
  uid: number;
  gid: number;
  name: string;
  /** What stands before a command so that it runs as this user. */
  prefix: readonly string[];
}

const ROOT = 0;
// Bits of the capability sets in /proc/self/status.
const CAPABILITIES = [
  { name: 'dac_read_search', bit: 2 },
  { name: 'dac_override', bit: 1 },
] as const;

/**
 * The user for a server that refuses to be root and must reach the folders that are named (its data folder in one
 * of them is to be made its own). Below a closed home (root's is 0700) a user without rights reaches nothing, and
 * copies or open doors elsewhere would be left on the machine; so there, and only there, the server keeps root's
 * right to walk through closed folders (CAP_DAC_READ_SEARCH; CAP_DAC_OVERRIDE in containers that lack it), and no
 * other.
 */
export function unprivilegedUser(walked: readonly string[]): ServerUser {
  const { uid, gid, username } = userInfo();
  if (uid !== ROOT) return { uid, gid, name: username, prefix: [] };
  const user = nobody();
  const kept = walked.every(everybodyCanWalkTo) ? [] : [rightToWalk()];
  const rights = ['-all', ...kept.map((name) => `+${name}`)].join(',');
  const prefix = [
    'setpriv',
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    '--no-new-privs',
    `--bounding-set=${rights}`,
    `--inh-caps=${rights}`,
    `--ambient-caps=${rights}`,
    // Without this bit access() answers as if the user had no rights at all, and initdb asks it.
    ...(kept.length > 0 ? ['--securebits=+no_setuid_fixup'] : []),
  ];
  return { ...user, prefix };
}

function nobody(): { uid: number; gid: number; name: string } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [name = 'nobody', , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid)
    throw new Error('PostgreSQL refuses to run as root, and there is no user `nobody` to run it');
  return { name, uid: Number(uid), gid: Number(gid) };
}

function everybodyCanWalkTo(folder: string): boolean {
  const parent = path.dirname(folder);
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || everybodyCanWalkTo(parent));
}

function rightToWalk(): string {
  const held = BigInt(`0x${/^CapBnd:\s*(\w+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'}`);
  const capability = CAPABILITIES.find(({ bit }) => (held >> BigInt(bit)) & 1n);
  if (!capability) {
    throw new Error(
      'PostgreSQL refuses to run as root, and no other user can reach the data folder or the cache: ' +
        'set DATA_DIR and HEYI_CACHE_DIR to folders that every user can walk to, or run Heyi as an ordinary user',
    );
  }
  return capability.name;
}
