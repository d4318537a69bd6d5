import { expect } from 'chai';
import { parseEnvFile } from '../../../config/settings/env-file.ts';
import type { Environment } from '../../../config/settings/parse-settings.ts';
import { readStartSettings } from '../../../config/starting/start-settings.ts';

const read = (environment: Environment, envFile = '') =>
  readStartSettings(environment, parseEnvFile(envFile));
const named = (environment: Environment, envFile = '') =>
  read(environment, envFile).faults.map(({ setting, wrong }) => `${setting} ${wrong}`);

const own = { MONGODB_URI: 'mongodb://127.0.0.1' };

describe('the settings of npm start', () => {
  it('is a demo without any, and no demo with MONGODB_URI', () => {
    expect(read({})).to.include({ demo: true }).and.deep.include({ faults: [] });
    expect(read(own)).to.include({ demo: false }).and.deep.include({ faults: [] });
  });

  it('takes the environment before .env, and .env where the environment is empty', () => {
    const { settings } = read({ PORT: '4000', LOG_LEVEL: '' }, 'PORT=5000\nLOG_LEVEL=warn\nHOST=::1');
    expect(settings).to.include({ PORT: 4000, LOG_LEVEL: 'warn', HOST: '::1' });
  });

  it('keeps the screen of the demo readable, unless told otherwise', () => {
    expect(read({}).written).to.include({ LOG_LEVEL: 'warn' });
    expect(read({ LOG_LEVEL: 'debug' }).written).to.include({ LOG_LEVEL: 'debug' });
    expect(read(own).written).to.include({ LOG_LEVEL: 'info' });
  });

  const faultySettings: [title: string, environment: Environment, envFile: string, faults: string[]][] = [
    ['a value in .env', {}, 'PORT=x', ['PORT "x" is not a whole number from 1 to 65535']],
    ['a name in .env, once', {}, 'HEYI_X=1', ['HEYI_X is not a setting']],
    [
      'the same name in both places, once for each',
      { HEYI_X: '1' },
      'HEYI_X=1',
      ['HEYI_X is not a setting', 'HEYI_X is not a setting'],
    ],
    [
      'a demo that others could reach',
      { HOST: '0.0.0.0' },
      '',
      ['HOST "0.0.0.0" may be reached from other machines, and the demo prints its passwords'],
    ],
    [
      'a mail server without a sender',
      { SMTP_URL: 'smtp://h' },
      '',
      ['MAIL_FROM is not set, and SMTP_URL is'],
    ],
    [
      'a demo on a database of one’s own',
      { ...own, HEYI_DEMO: '1' },
      '',
      ['HEYI_DEMO is 1, and MONGODB_URI is set'],
    ],
    [
      'no demo without a database of one’s own',
      { HEYI_DEMO: '0' },
      '',
      ['HEYI_DEMO is 0, and without MONGODB_URI this is the demo'],
    ],
  ];
  for (const [title, environment, envFile, faults] of faultySettings) {
    it(`names ${title}`, () => {
      expect(named(environment, envFile)).to.deep.equal(faults);
    });
  }

  for (const host of ['127.0.0.1', '127.8.8.8', 'localhost', '::1']) {
    it(`lets the demo listen on ${host}`, () => {
      expect(named({ HOST: host })).to.deep.equal([]);
    });
  }

  for (const host of ['0.0.0.0', '::', '192.168.1.5', '127.0.0.1.example.org', 'heyi.local']) {
    it(`does not let the demo listen on ${host}, but a service of one’s own`, () => {
      expect(named({ HOST: host })).to.have.length(1);
      expect(named({ ...own, HOST: host })).to.deep.equal([]);
    });
  }
});
