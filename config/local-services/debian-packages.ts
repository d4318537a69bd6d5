import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../processes/run-command.ts';
import { programOnPath } from './program-on-path.ts';

/**
 * Which packages apt may see. `machine`: the machine's own sources and what is installed on it, so that only what
 * is missing is fetched. `unstable`: Debian's unstable suite alone and nothing installed, so that a package comes
 * with all it needs, the C library included.
 */
export type PackageSource = 'machine' | 'unstable';

export interface PackageRequest {
  /** Gets apt's own files, and the packages in `archives`. */
  folder: string;
  source: PackageSource;
  /** Asked once the lists are there, so that a name can be looked up in them. */
  packages: (apt: Apt) => Promise<string[]>;
}

/** Runs a program of apt's family, set apart from the machine's own state. */
export type Apt = (program: string, args: readonly string[]) => Promise<string>;

const KEYRINGS = ['debian-archive-keyring.gpg', 'debian-archive-keyring.pgp'].map((name) =>
  path.join('/usr/share/keyrings', name),
);

/** Whether this machine has apt and, for the unstable suite, is a Debian with its keyring. */
export function hasDebianPackages(source: PackageSource): boolean {
  if (!programOnPath('apt-get') || !programOnPath('dpkg')) return false;
  return source === 'machine' || (osRelease('ID') === 'debian' && KEYRINGS.some((file) => existsSync(file)));
}

function osRelease(field: string): string | undefined {
  try {
    const lines = readFileSync('/etc/os-release', 'utf8').split('\n');
    return lines
      .find((line) => line.startsWith(`${field}=`))
      ?.slice(field.length + 1)
      .replaceAll('"', '');
  } catch {
    return undefined;
  }
}

/** Downloads packages with all they need; nothing is installed, and no root is needed. Returns the files. */
export async function downloadPackages(request: PackageRequest): Promise<string[]> {
  const { folder, source, packages } = request;
  const archives = path.join(folder, 'archives');
  for (const part of ['lists/partial', 'archives/partial', 'etc/none', 'state']) {
    mkdirSync(path.join(folder, part), { recursive: true });
  }
  const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive', APT_CONFIG: '' };
  if (source === 'unstable') {
    const mirror = debianMirror(await runCommand({ command: 'apt-get', args: ['indextargets'], env }));
    const keyring = KEYRINGS.find((file) => existsSync(file));
    writeFileSync(path.join(folder, 'etc/sources.list'), `deb [signed-by=${keyring}] ${mirror} sid main\n`);
  }
  writeFileSync(path.join(folder, 'state/status'), '');
  writeFileSync(path.join(folder, 'etc/main.conf'), aptSettings(folder, source));
  // Only the main file is replaced: the machine's apt.conf.d (proxy, validity checks) still holds.
  writeFileSync(path.join(folder, 'etc/apt.conf'), `Dir::Etc::main "${folder}/etc/main.conf";\n`);
  env.APT_CONFIG = path.join(folder, 'etc/apt.conf');
  const apt: Apt = (command, args) => runCommand({ command, args, env });
  // With the machine's own sources one that can't be reached (a third party's) must not stop the others.
  const update = ['update', '-o', 'APT::Update::Error-Mode=any'];
  const updateFault = await apt('apt-get', update).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (updateFault && source === 'unstable') throw updateFault;
  try {
    const names = await packages(apt);
    const install = ['install', '--yes', '--download-only', ...(source === 'machine' ? ['--reinstall'] : [])];
    await apt('apt-get', [...install, ...names]);
  } catch (error) {
    throw updateFault ?? error;
  }
  return readdirSync(archives)
    .filter((name) => name.endsWith('.deb'))
    .map((name) => path.join(archives, name));
}

/** The machine's own mirror of Debian's archive, from `apt-get indextargets`. */
function debianMirror(indexTargets: string): string {
  const mirrors = [...indexTargets.matchAll(/^Repo-URI: (\S+)$/gm)].map((match) => match[1] ?? '');
  const mirror = mirrors.find((uri) => /\/debian\/?$/.test(uri));
  if (!mirror) throw new Error("apt's sources name no mirror of Debian's archive");
  return mirror;
}

function aptSettings(folder: string, source: PackageSource): string {
  const ownSources = [
    `Dir::Etc::sourcelist "${folder}/etc/sources.list";`,
    `Dir::Etc::sourceparts "${folder}/etc/none";`,
    `Dir::Etc::preferences "${folder}/etc/none/preferences";`,
    `Dir::Etc::preferencesparts "${folder}/etc/none";`,
    `Dir::State::status "${folder}/state/status";`,
  ];
  return [
    ...(source === 'unstable' ? ownSources : []),
    `Dir::State::lists "${folder}/lists";`,
    `Dir::State::extended_states "${folder}/state/extended";`,
    `Dir::Cache "${folder}";`,
    `Dir::Cache::archives "${folder}/archives";`,
    'Dir::Cache::pkgcache "";',
    'Dir::Cache::srcpkgcache "";',
    `Dir::Log "${folder}/state";`,
    'APT::Install-Recommends "false";',
    'APT::Sandbox::User "root";',
    'Acquire::Languages "none";',
    'Acquire::Retries "1";',
    'Acquire::http::Timeout "20";',
    'Acquire::https::Timeout "20";',
    'Debug::NoLocking "true";',
    '#clear APT::Update::Post-Invoke;',
    '#clear APT::Update::Post-Invoke-Success;',
    '#clear DPkg::Post-Invoke;',
    '#clear DPkg::Pre-Install-Pkgs;',
    '#clear Acquire::IndexTargets::deb::DEP-11;',
    '',
  ].join('\n');
}

/** Unpacks packages into a folder, as dpkg would lay them out below the root of a machine. */
export async function unpackPackages(files: readonly string[], into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  for (const file of files) await runCommand({ command: 'dpkg', args: ['-x', file, into] });
}
