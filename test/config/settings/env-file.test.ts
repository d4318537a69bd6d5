import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parseEnvFile, readEnvFile } from '../../../config/settings/env-file.ts';

const named = (text: string) => parseEnvFile(text).faults.map(({ setting, wrong }) => `${setting} ${wrong}`);

describe('the .env file', () => {
  it('reads names and values as Node does: quotes, comments, export, Windows line ends', () => {
    const text =
      '# ours\r\nPORT=8080 # the port\r\nexport HOST=::1\r\n\r\nMAIL_FROM="A #1 <a@b.org>"\r\nREDIS_URL=\r\n';
    expect(parseEnvFile(text)).to.deep.equal({
      values: { PORT: '8080', HOST: '::1', MAIL_FROM: 'A #1 <a@b.org>', REDIS_URL: '' },
      faults: [],
    });
  });

  const faultyFiles: [text: string, fault: string][] = [
    ['PORT 3000\nHOST=::1', '.env, line 1, is not of the form NAME=value'],
    ['HOST=::1\n=3000', '.env, line 2, is not of the form NAME=value'],
    ['PORT=1\nPORT=2', 'PORT stands a second time in .env, in line 2'],
    ['PROT=3000', 'PROT is not a setting'],
    ['port=3000', 'port is not a setting'],
  ];
  for (const [text, fault] of faultyFiles) {
    it(`names what is wrong with ${JSON.stringify(text)}`, () => {
      expect(named(text)).to.deep.equal([fault]);
    });
  }

  it('may be missing', () => {
    expect(readEnvFile('no-such-folder')).to.deep.equal({ values: {}, faults: [] });
  });

  it('must be there when it was named', () => {
    const { faults } = readEnvFile('no-such-folder', 'heyi.env');
    expect(faults[0]?.setting).to.equal('HEYI_ENV_FILE');
    expect(faults[0]?.wrong).to.match(
      /names a file that cannot be read: .*no-such-folder.heyi\.env \(ENOENT\)/,
    );
  });

  it('takes .env.example as it is, and with every # before a name taken away', () => {
    const example = readFileSync('.env.example', 'utf8');
    expect(parseEnvFile(example)).to.deep.equal({ values: {}, faults: [] });
    expect(named(example.replaceAll(/^#(?=\w+=)/gm, ''))).to.deep.equal([
      'HEYI_ENV_FILE stands in a file of settings',
    ]);
  });
});
