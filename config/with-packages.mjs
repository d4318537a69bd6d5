// Runs a TypeScript entry of this project, after seeing to it that the packages of package-lock.json are
// installed. Plain JavaScript and no imports but Node's own: it must run in a clone that has nothing yet.
// Usage: node config/with-packages.mjs <entry.ts> [argument …]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stamp = path.join(root, 'node_modules', '.heyi-packages');
// tsx and some libraries write to the temporary folder; keeping it inside node_modules leaves nothing else behind.
const scratch = path.join(root, 'node_modules', '.cache', 'tmp');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** An npm that is killed passes no signal on; what it started must not live on unseen. */
function onNpmGone(gone) {
  const npm = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}

/** Runs a child in the foreground and resolves with its exit code, passing our signals on to it. */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, options);
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    onNpmGone(() => child.kill('SIGTERM'));
    child.on('error', (error) => resolve({ code: 1, error }));
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve({ code: code ?? 1, signal });
    });
  });
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** What the installed packages depend on: the lock file and the Node they were installed for. */
function wantedPackages() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(process.versions.modules).digest('hex');
}

async function installPackages() {
  const wanted = wantedPackages();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const started = Date.now();
  process.stderr.write('Packages: installing what package-lock.json lists (npm ci) …\n');
  const progress = setInterval(() => {
    process.stderr.write(`Packages: still installing, ${Math.round((Date.now() - started) / 1000)} s …\n`);
  }, 5000);
  const { code, signal } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // `npm test` in a shell with NODE_ENV=production would otherwise leave the test packages out.
    env: { ...process.env, NODE_ENV: 'development' },
    shell: process.platform === 'win32',
  });
  clearInterval(progress);
  if (signal) process.exit(130);
  if (code !== 0) {
    fail(
      'Packages: npm ci failed (see above). Check the network or the npm registry setting, then run the same command again.',
    );
  }
  writeFileSync(stamp, wanted);
  process.stderr.write(`Packages: ready after ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Heyi needs Node 20.19 or newer; this is Node ${process.versions.node}. Install a newer Node and try again.`,
  );
}
const [entry, ...args] = process.argv.slice(2);
if (!entry) fail('Usage: node config/with-packages.mjs <entry.ts> [argument …]');
await installPackages();
mkdirSync(scratch, { recursive: true });
const { code, signal, error } = await run(
  process.execPath,
  ['--import', 'tsx', path.join(root, entry), ...args],
  {
    stdio: 'inherit',
    env: { ...process.env, TMPDIR: scratch },
  },
);
if (error) fail(`Could not start ${entry}: ${error.message}`);
process.exit(signal ? 1 : code);
