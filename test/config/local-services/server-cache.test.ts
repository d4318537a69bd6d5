import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import {
  cachedBuild,
  ensureBuild,
  type ServerBuild,
  serverCacheFolder,
} from '../../../config/local-services/server-cache.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the cache of servers', () => {
  const root = temporaryFolder();
  const said: string[] = [];
  const context = (name: string) => ({
    cache: path.join(root, name),
    say: (line: string) => said.push(line),
  });
  const countingBuild = () => {
    const built: string[] = [];
    const build: ServerBuild = {
      name: 'server-1.0',
      build: async (folder) => {
        built.push(folder);
        writeFileSync(path.join(folder, 'program'), 'new');
      },
      works: async (folder) => existsSync(path.join(folder, 'program')),
    };
    return { built, build };
  };

  it('is built once, however many ask for it at the same time', async () => {
    const { built, build } = countingBuild();
    const folders = await Promise.all([1, 2, 3].map(() => ensureBuild(build, context('together'))));
    expect(new Set(folders).size).to.equal(1);
    expect(built).to.have.length(1);
    expect(said.join('\n')).to.contain(`process ${process.pid} is setting it up; waiting for it`);
    expect(readdirSync(path.join(root, 'together'))).to.deep.equal(['server-1.0']);
  });

  it('leaves nothing of a build that failed', async () => {
    const { build } = countingBuild();
    const fails = { ...build, build: async () => Promise.reject(new Error('no network')) };
    const failure = await ensureBuild(fails, context('failed')).catch(String);
    expect(failure).to.contain('no network');
    expect(readdirSync(path.join(root, 'failed'))).to.deep.equal([]);
  });

  it('builds anew what was interrupted half way', async () => {
    const { built, build } = countingBuild();
    const half = path.join(root, 'half', build.name);
    mkdirSync(half, { recursive: true });
    writeFileSync(path.join(half, 'program'), 'half');
    const folder = await ensureBuild(build, context('half'));
    expect(built).to.have.length(1);
    expect(readFileSync(path.join(folder, 'program'), 'utf8')).to.equal('new');
  });

  it('builds anew what was moved, since libraries are found by full paths', async () => {
    const { built, build } = countingBuild();
    await ensureBuild(build, context('old-place'));
    renameSync(path.join(root, 'old-place'), path.join(root, 'new-place'));
    expect(await cachedBuild(build, path.join(root, 'new-place'))).to.equal(undefined);
    await ensureBuild(build, context('new-place'));
    expect(built).to.have.length(2);
  });

  const there = tmpdir();
  const places = [
    { env: { HEYI_CACHE_DIR: '/set', XDG_CACHE_HOME: there, HOME: there }, folder: '/set' },
    { env: { XDG_CACHE_HOME: there, HOME: '/nonexistent' }, folder: path.join(there, 'heyi') },
    { env: { HOME: there }, folder: path.join(there, '.cache/heyi') },
    { env: { HOME: '/dev/null' }, folder: path.resolve('node_modules/.cache/heyi-servers') },
    { env: {}, folder: path.resolve('node_modules/.cache/heyi-servers') },
  ];
  for (const { env, folder } of places) {
    it(`lies in ${folder.replace(process.cwd(), 'the clone:')} with ${JSON.stringify(env)}`, () => {
      expect(serverCacheFolder(env)).to.equal(folder);
    });
  }
});
