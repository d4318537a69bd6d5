// Runs a TypeScript entry of this project as one file that esbuild has put together just before: a process of the
// service is there after 1.6 s of processor time instead of the 2.6 s that some 400 files take one by one through
// tsx. It is put together at every start, so that nothing can be out of date; stack traces name the sources.
// Usage: node --enable-source-maps config/run-bundled.mjs <entry.ts> [argument …]
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { build, stop } from 'esbuild';

// What V8 once saw outlive a collection it then makes in the old generation each time; where that is part of a request,
// whole requests stay until the next full collection (docs/decisions/objects-are-made-young.md).
setFlagsFromString('--no-allocation-site-pretenuring');

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
// Inside node_modules, so that packages are found from there.
const folder = path.join(root, 'node_modules', '.cache', 'heyi-bundles');

/** Styles and templates lie beside their sources, which therefore must know where they came from. */
const sourcePlaces = {
  name: 'source-places',
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      const places = { url: pathToFileURL(file).href, dirname: path.dirname(file) };
      const source = readFileSync(file, 'utf8');
      const contents = source.replace(/\bimport\.meta\.(url|dirname)\b/g, (_, name) =>
        JSON.stringify(places[name]),
      );
      return { contents, loader: 'ts' };
    });
  },
};

/** Several processes may start at once: each sees a whole file, its own or the same of another. */
function keep(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

const [entry = ''] = process.argv.slice(2);
const { outputFiles } = await build({
  entryPoints: [path.resolve(root, entry)],
  absWorkingDir: root,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  sourcesContent: false,
  outdir: folder,
  write: false,
  logLevel: 'error',
  plugins: [sourcePlaces],
});
await stop();
const bundle = path.join(folder, `${entry.replace(/\.ts$/, '').replaceAll(path.sep, '-')}.mjs`);
keep(bundle, outputFiles[0].text);
process.argv.splice(1, 2, path.resolve(root, entry));
await import(pathToFileURL(bundle).href);
