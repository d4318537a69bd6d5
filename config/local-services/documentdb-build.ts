import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { runCommand } from '../processes/run-command.ts';
import { type Apt, downloadPackages, unpackPackages } from './debian-packages.ts';
import { narrate } from './narrate.ts';
import type { ServerBuild } from './server-cache.ts';

const PROGRAMS = ['postgres', 'initdb', 'psql'];
const LIBRARIES =
  /^(plpgsql|dict_snowball|pg_cron|pg_documentdb|pg_documentdb_core|pg_documentdb_extended_rum.*|rum|vector|postgis-3|tsm_system_rows)\.so$/;
// Of PostGIS only the one full script of its version: its 500 upgrade scripts are three times all the rest.
const EXTENSIONS =
  /^(plpgsql|pg_cron|documentdb|documentdb_core|documentdb_extended_rum|rum|vector|tsm_system_rows)(--.*\.sql|\.control)$|^postgis-3\.control$|^postgis--\d[\d.]*\.sql$/;

interface Machine {
  /** Debian's name of the folder of libraries. */
  libraries: string;
  loader: string;
}

const MACHINES: Partial<Record<NodeJS.Architecture, Machine>> = {
  x64: { libraries: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { libraries: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

/** Whether there is a build for this kind of processor. */
export function hasDocumentdbBuild(): boolean {
  return MACHINES[process.arch] !== undefined;
}

/** PostgreSQL with DocumentDB, of one major version of PostgreSQL: its data can be read by that version only. */
export interface Postgres {
  major: number;
  programs: string;
  /** Versions of all packages: another value means that the database's extensions may need an update. */
  versions: string;
}

export function postgresOf(folder: string): Postgres {
  const major = Number(readdirSync(path.join(folder, 'usr/lib/postgresql'))[0]);
  return {
    major,
    programs: path.join(folder, `usr/lib/postgresql/${major}/bin`),
    versions: readFileSync(path.join(folder, 'packages'), 'utf8'),
  };
}

/**
 * PostgreSQL + DocumentDB from Debian's unstable suite (stable has no build), with all libraries they need, the C
 * library included: unpacked, patched to find one another by full paths, and never installed.
 * `major`: that version of PostgreSQL for data that exists; else the newest there is.
 */
export function documentdbBuild(major?: number): ServerBuild {
  return {
    name: major === undefined ? 'documentdb' : `documentdb-postgresql-${major}`,
    build: async (folder, say) => {
      const work = path.join(folder, 'work');
      const tree = path.join(work, 'tree');
      const files = await narrate(say, 'PostgreSQL + DocumentDB: fetching the packages (140 MB)', () =>
        downloadPackages({ folder: work, source: 'unstable', packages: (apt) => neededPackages(apt, major) }),
      );
      await narrate(say, 'PostgreSQL + DocumentDB: unpacking', () => unpackPackages(files, tree));
      await layDown(tree, folder);
      writeFileSync(
        path.join(folder, 'packages'),
        `${files.map((file) => path.basename(file)).join('\n')}\n`,
      );
      rmSync(work, { recursive: true });
    },
    works: async (folder) => {
      const { programs } = postgresOf(folder);
      const version = runCommand({ command: path.join(programs, 'postgres'), args: ['--version'] });
      return version.then(
        () => true,
        () => false,
      );
    },
  };
}

async function neededPackages(apt: Apt, major: number | undefined): Promise<string[]> {
  const found = await apt('apt-cache', ['search', '--names-only', '^postgresql-[0-9]+-documentdb$']);
  const majors = [...found.matchAll(/^postgresql-(\d+)-documentdb /gm)].map((match) => Number(match[1]));
  const wanted = major ?? Math.max(...majors);
  if (!majors.includes(wanted)) {
    throw new Error(
      major === undefined
        ? "Debian's unstable suite has no postgresql-*-documentdb now"
        : `the data folder holds data of PostgreSQL ${major}, for which Debian's unstable suite has no DocumentDB any more`,
    );
  }
  return [`postgresql-${wanted}-documentdb`, `postgresql-${wanted}`, 'patchelf'];
}

/** Takes over from the unpacked tree what is needed (a quarter of it), and patches it to work where it now lies. */
async function layDown(tree: string, folder: string): Promise<void> {
  const machine = MACHINES[process.arch];
  const major = readdirSync(path.join(tree, 'usr/lib/postgresql'))[0];
  if (!machine || !major) throw new Error(`There is no PostgreSQL for a ${process.arch} here`);
  const home = `usr/lib/postgresql/${major}`;
  const libraries = `usr/lib/${machine.libraries}`;
  const programs = PROGRAMS.map((name) => path.join(home, 'bin', name));
  const modules = readdirSync(path.join(tree, home, 'lib'))
    .filter((name) => LIBRARIES.test(name))
    .map((name) => path.join(home, 'lib', name));
  const searched = [libraries, `${libraries}/blas`, `${libraries}/lapack`, `${home}/lib`];
  const unpacked = { tree, loader: path.join(libraries, machine.loader), searched };
  const needed = await neededLibraries(unpacked, [...programs, ...modules]);
  for (const file of [...programs, ...modules, ...needed, unpacked.loader, ...sharedFiles(tree, major)]) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(tree, file), target);
  }
  symlinkSync(
    'postgis-3.control',
    path.join(folder, `usr/share/postgresql/${major}/extension/postgis.control`),
  );
  const patchelf = (args: readonly string[], file: string) =>
    runCommand({
      command: path.join(tree, unpacked.loader),
      args: [
        '--library-path',
        path.join(tree, libraries),
        path.join(tree, 'usr/bin/patchelf'),
        ...args,
        file,
      ],
    });
  const runPath = ['--force-rpath', '--set-rpath', searched.map((part) => path.join(folder, part)).join(':')];
  const loader = path.join(folder, unpacked.loader);
  for (const file of programs) {
    await patchelf(['--set-interpreter', loader, ...runPath], path.join(folder, file));
  }
  for (const file of modules) await patchelf(runPath, path.join(folder, file));
}

/** All libraries that the loader of the unpacked tree takes from the tree for these programs and modules. */
async function neededLibraries(
  unpacked: { tree: string; loader: string; searched: readonly string[] },
  files: readonly string[],
): Promise<Set<string>> {
  const { tree, loader, searched } = unpacked;
  const libraryPath = searched.map((part) => path.join(tree, part)).join(':');
  const needed = new Set<string>();
  for (const file of files) {
    const listed = await runCommand({
      command: path.join(tree, loader),
      args: ['--library-path', libraryPath, '--list', path.join(tree, file)],
    });
    for (const [, library = ''] of listed.matchAll(/=> (\/\S+)/g)) {
      if (library.startsWith(`${tree}/`)) needed.add(path.relative(tree, library));
    }
  }
  return needed;
}

function sharedFiles(tree: string, major: string): string[] {
  const share = `usr/share/postgresql/${major}`;
  const inFolder = (folder: string) =>
    existsSync(path.join(tree, folder))
      ? readdirSync(path.join(tree, folder), { withFileTypes: true })
          .filter((entry) => !entry.isDirectory())
          .map((entry) => path.join(folder, entry.name))
      : [];
  return [
    ...inFolder(share),
    ...inFolder(`${share}/timezonesets`),
    ...inFolder(`${share}/tsearch_data`).filter((file) => existsSync(path.join(tree, file))),
    ...inFolder(`${share}/extension`).filter((file) => EXTENSIONS.test(path.basename(file))),
  ];
}
