import { expect } from 'chai';
import { unknownInEnvFile, unknownInEnvironment } from '../../../config/settings/unknown-settings.ts';

const remedies = (faults: { setting: string; remedy: string }[]) =>
  faults.map(({ setting, remedy }) => `${setting}: ${remedy}`);

describe('names that are no settings', () => {
  const nearMisses: [written: string, meant: string][] = [
    ['MONGODB_URL', 'MONGODB_URI'],
    ['MONGO_URI', 'MONGODB_URI'],
    ['MONGO_URL', 'MONGODB_URI'],
    ['MONGODBURI', 'MONGODB_URI'],
    ['MONGDB_URI', 'MONGODB_URI'],
    ['mongodb_uri', 'MONGODB_URI'],
    ['REDIS_URI', 'REDIS_URL'],
    ['REIDS_URL', 'REDIS_URL'],
    ['SMTP_URI', 'SMTP_URL'],
    ['MAIL_FORM', 'MAIL_FROM'],
    ['DATADIR', 'DATA_DIR'],
    ['PUBLIC_URI', 'PUBLIC_URL'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['HEYI_SECRETS', 'HEYI_SECRET'],
    ['HEYI_SETUPTOKEN', 'HEYI_SETUP_TOKEN'],
    ['HEYI_PORT', 'PORT'],
    ['HEYI_MONGODB_URL', 'MONGODB_URI'],
  ];
  for (const [written, meant] of nearMisses) {
    it(`takes ${written} in the environment for a mistyped ${meant}`, () => {
      expect(remedies(unknownInEnvironment([written]))).to.deep.equal([`${written}: Write ${meant} instead`]);
    });
  }

  it('names every other HEYI_ name', () => {
    expect(remedies(unknownInEnvironment(['HEYI_COLOUR']))).to.deep.equal([
      'HEYI_COLOUR: Remove it; .env.example and docs/settings.md list every setting',
    ]);
  });

  it('leaves the names of other programs alone', () => {
    const others = [
      'PATH',
      'HOSTNAME',
      'POST',
      'PORTS',
      'HOSTS',
      'MAIL',
      'LOGNAME',
      'DATABASE_URL',
      'SECRET_KEY',
    ];
    expect(unknownInEnvironment([...others, 'npm_config_loglevel', 'TEST_MONGODB_URI'])).to.deep.equal([]);
  });

  it('takes every name in .env that is no setting for a fault, and knows what people call them elsewhere', () => {
    expect(remedies(unknownInEnvFile(['PORT', 'HOSTNAME', 'PROT', 'SMTP_FROM']))).to.deep.equal([
      'HOSTNAME: Remove it; .env.example and docs/settings.md list every setting',
      'PROT: Write PORT instead',
      'SMTP_FROM: Write MAIL_FROM instead',
    ]);
  });
});
