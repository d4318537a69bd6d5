import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';

interface Import {
  from: string;
  to: string;
}

const SOURCE_FOLDERS = ['config', 'schemas', 'server', 'workers'];

function sourceFiles(): string[] {
  return SOURCE_FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') || name.endsWith('.mjs'))
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/'))),
  );
}

/** Every import of a file, project files as paths from the root, packages by their name. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const statements =
    /^(?:import|export)\b[^;'`]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;
  const specifiers = [...text.matchAll(statements)].map(
    ([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '',
  );
  return specifiers.map((specifier) => ({
    from: file,
    to: specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier,
  }));
}

const imports = sourceFiles().flatMap(importsOf);
const named = (list: readonly Import[]) => list.map(({ from, to }) => `${from} imports ${to}`);
const isPackage = (to: string, ...names: string[]) =>
  names.some((name) => to === name || to.startsWith(`${name}/`));
const isFeature = (file: string) =>
  /^server\/[^/]+\//.test(file) && !/^server\/(database|domain|http|pages)\//.test(file);

describe('the arrows between the rooms', () => {
  it('the domain imports nothing but itself and its date library', () => {
    const strays = imports.filter(
      ({ from, to }) =>
        from.startsWith('server/domain/') && !to.startsWith('server/domain/') && to !== 'temporal-polyfill',
    );
    expect(named(strays)).to.deep.equal([]);
  });

  it('schemas import the domain, each other and their validation and storage libraries', () => {
    const strays = imports.filter(
      ({ from, to }) =>
        from.startsWith('schemas/') &&
        !to.startsWith('schemas/') &&
        !to.startsWith('server/domain/') &&
        !isPackage(to, 'zod', 'mongoose', '@asteasolutions/zod-to-openapi', 'node:crypto'),
    );
    expect(named(strays)).to.deep.equal([]);
  });

  it('the server never imports the workers', () => {
    const strays = imports.filter(({ from, to }) => from.startsWith('server/') && to.startsWith('workers/'));
    expect(named(strays)).to.deep.equal([]);
  });

  it('workers never import routes or Express', () => {
    const strays = imports.filter(
      ({ from, to }) =>
        from.startsWith('workers/') && (to.endsWith('-routes.ts') || isPackage(to, 'express')),
    );
    expect(named(strays)).to.deep.equal([]);
  });

  it('only routes, the app and server/http know Express', () => {
    const strays = imports.filter(
      ({ from, to }) =>
        isPackage(to, 'express') && !from.endsWith('-routes.ts') && !/^server\/(http\/|app\.ts$)/.test(from),
    );
    expect(named(strays)).to.deep.equal([]);
  });

  it('only stores touch the database library and the collections', () => {
    const strays = imports.filter(
      ({ from, to }) =>
        isPackage(to, 'mongoose', 'mongodb') &&
        !from.endsWith('-store.ts') &&
        !from.startsWith('schemas/') &&
        !from.startsWith('config/local-services/') &&
        !from.startsWith('server/database/') &&
        from !== 'server/compose.ts',
    );
    expect(named(strays)).to.deep.equal([]);
  });

  it('use cases know neither HTTP nor the queue', () => {
    const strays = imports.filter(
      ({ from, to }) =>
        isFeature(from) &&
        !/-(routes|store|command)\.ts$/.test(from) &&
        (isPackage(to, 'express', 'mongoose', 'bullmq', 'ioredis', 'nodemailer') ||
          to.startsWith('server/http/')),
    );
    expect(named(strays)).to.deep.equal([]);
  });

  it('only config reads the environment', () => {
    const readers = sourceFiles()
      .filter((file) => !file.startsWith('config/'))
      .filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')))
      .filter((file) => !['server/main.ts', 'workers/main.ts'].includes(file));
    expect(readers).to.deep.equal([]);
  });

  it('no file goes over the ceiling of 300 lines', () => {
    const long = sourceFiles().filter((file) => readFileSync(file, 'utf8').split('\n').length > 301);
    expect(long).to.deep.equal([]);
  });
});
