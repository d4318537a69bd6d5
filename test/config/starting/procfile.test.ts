import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readProcfile } from '../../../config/starting/procfile.ts';

const packageJson = JSON.stringify({ scripts: { web: 'node --import tsx server/main.ts' } });
const node = process.execPath;

describe('the Procfile', () => {
  const lines: [line: string, command: string, args: string[]][] = [
    ['web: npm run --silent web', node, ['--import', 'tsx', 'server/main.ts']],
    ['web: npm run web', node, ['--import', 'tsx', 'server/main.ts']],
    ['web: node  server.js', node, ['server.js']],
    ['web: npm run other', 'npm', ['run', 'other']],
    ['web: PORT=$PORT serve', '/bin/sh', ['-c', 'PORT=$PORT serve']],
  ];
  for (const [line, command, args] of lines) {
    it(`runs "${line}" as ${command} ${args.join(' ')}`, () => {
      expect(readProcfile(line, packageJson)).to.deep.equal([{ name: 'web', command, args }]);
    });
  }

  it('passes over comments and empty lines', () => {
    expect(readProcfile('# web: no\n\n  \nweb: serve\r\n', packageJson)).to.have.length(1);
  });

  it('of this project starts the web and the worker process themselves, with nothing between', () => {
    const processes = readProcfile(readFileSync('Procfile', 'utf8'), readFileSync('package.json', 'utf8'));
    expect(processes.map(({ name }) => name)).to.deep.equal(['web', 'worker']);
    expect(processes.map(({ command }) => command)).to.deep.equal([node, node]);
  });
});
