import path from 'node:path';

const runner = path.resolve(import.meta.dirname, '../run-bundled.mjs');

/** What Node is started with to run an entry (a path below the project's folder) as one bundled file. */
export const bundledEntry = (entry: string, ...args: string[]): string[] => [
  '--enable-source-maps',
  runner,
  entry,
  ...args,
];
