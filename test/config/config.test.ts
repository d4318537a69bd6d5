import path from 'node:path';
import { expect } from 'chai';
import { ConfigError, localUrl, readConfig } from '../../config/config.ts';

const complete = {
  MONGODB_URI: 'mongodb://127.0.0.1:27017/heyi',
  REDIS_URL: 'redis://127.0.0.1:6379',
  SMTP_URL: 'smtp://127.0.0.1:25',
  MAIL_FROM: 'Mediation <mediation@example.org>',
  HEYI_SECRET: 'ab'.repeat(32),
  HEYI_MASTER_KEYS: 'cd'.repeat(32),
};

function faultsOf(environment: Record<string, string | undefined>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(({ setting, wrong }) => `${setting} ${wrong}`);
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  it('reads a complete environment and fills in what may be left out', () => {
    expect(readConfig(complete)).to.deep.equal({
      host: '127.0.0.1',
      port: 3000,
      dataDir: path.resolve('data'),
      mongodbUri: 'mongodb://127.0.0.1:27017/heyi',
      redisUrl: 'redis://127.0.0.1:6379',
      smtpUrl: 'smtp://127.0.0.1:25',
      mailFrom: 'Mediation <mediation@example.org>',
      textMessages: null,
      oidc: null,
      trustedProxies: 0,
      publicUrl: 'http://127.0.0.1:3000',
      secret: Buffer.alloc(32, 0xab),
      masterKeys: [Buffer.alloc(32, 0xcd)],
      setupToken: undefined,
      metricsToken: undefined,
      workerMetricsPort: undefined,
      loginHours: 12,
      loginIdleMinutes: 60,
      leaseMs: 90_000,
      logLevel: 'info',
      demo: false,
    });
  });

  it('takes a gateway of text messages only with the key of its signature', () => {
    const gateway = { TEXT_MESSAGE_URL: 'https://sms.example.org/messages' };
    expect(faultsOf({ ...complete, ...gateway })).to.deep.equal([
      'TEXT_MESSAGE_SECRET is not set, and TEXT_MESSAGE_URL is',
    ]);
    const open = {
      ...complete,
      TEXT_MESSAGE_URL: 'http://sms.example.org/',
      TEXT_MESSAGE_SECRET: 'cd'.repeat(32),
    };
    expect(faultsOf(open)).to.deep.equal([
      'TEXT_MESSAGE_URL "http://sms.example.org/" is not an https address',
    ]);
    const signed = { ...gateway, TEXT_MESSAGE_SECRET: 'cd'.repeat(32), TEXT_MESSAGE_IDEMPOTENT: '1' };
    expect(readConfig({ ...complete, ...signed }).textMessages).to.deep.equal({
      url: gateway.TEXT_MESSAGE_URL,
      key: Buffer.alloc(32, 0xcd),
      idempotent: true,
    });
  });

  it('takes a provider of identities whole or not at all, and by a closed line', () => {
    const issuer = { OIDC_ISSUER: 'https://id.example.org/realms/union' };
    expect(faultsOf({ ...complete, ...issuer })).to.deep.equal([
      'OIDC_CLIENT_ID is not set, and OIDC_ISSUER is',
      'OIDC_CLIENT_SECRET is not set, and OIDC_ISSUER is',
    ]);
    const client = { OIDC_CLIENT_ID: 'heyi', OIDC_CLIENT_SECRET: 'as it was given out' };
    expect(faultsOf({ ...complete, ...client })).to.deep.equal([
      'OIDC_ISSUER is not set, and OIDC_CLIENT_ID is',
    ]);
    const open = { ...client, OIDC_ISSUER: 'http://id.example.org' };
    expect(faultsOf({ ...complete, ...open })).to.deep.equal([
      'OIDC_ISSUER "http://id.example.org" is not an https address',
    ]);
    expect(readConfig({ ...complete, ...issuer, ...client }).oidc).to.deep.equal({
      issuer: issuer.OIDC_ISSUER,
      clientId: 'heyi',
      clientSecret: 'as it was given out',
      returnUrl: null,
    });
  });

  it('reads the proxies to believe as a number or as their addresses', () => {
    const proxiesOf = (TRUSTED_PROXIES: string) =>
      readConfig({ ...complete, TRUSTED_PROXIES }).trustedProxies;
    expect(proxiesOf('2')).to.equal(2);
    expect(proxiesOf('10.0.0.7, fd00::/8')).to.deep.equal(['10.0.0.7', 'fd00::/8']);
  });

  it('counts an empty value as none', () => {
    expect(readConfig({ ...complete, PORT: '', PUBLIC_URL: '  ' }).port).to.equal(3000);
  });

  const wrongValues: [name: string, value: string, fault: string][] = [
    ['PORT', 'abc', 'PORT "abc" is not a whole number from 1 to 65535'],
    ['TRUSTED_PROXIES', 'true', 'TRUSTED_PROXIES "true" is neither a number nor addresses'],
    ['TRUSTED_PROXIES', '10', 'TRUSTED_PROXIES "10" is more than 9 proxies'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'TRUSTED_PROXIES "10.0.0.0/33" is neither a number nor addresses'],
    ['PORT', '0', 'PORT "0" is not a whole number from 1 to 65535'],
    ['PORT', '65536', 'PORT "65536" is not a whole number from 1 to 65535'],
    ['PORT', '3000.5', 'PORT "3000.5" is not a whole number from 1 to 65535'],
    ['HOST', 'http://localhost', 'HOST "http://localhost" is not an address or a host name'],
    ['PUBLIC_URL', 'heyi.org', 'PUBLIC_URL "heyi.org" is not an http or https address without ? and #'],
    ['MONGODB_URI', 'http://h', 'MONGODB_URI "http://h" is not of the form mongodb://host:port/database'],
    ['REDIS_URL', 'tcp://u:pw@h', 'REDIS_URL "tcp://***@h" is not of the form redis://host:port'],
    ['SMTP_URL', 'mail.example.org', 'SMTP_URL "mail.example.org" is not of the form smtp://host:port'],
    ['MAIL_FROM', 'Mediation', 'MAIL_FROM "Mediation" holds no e-mail address'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL "loud" is not one of fatal, error, warn, info, debug, trace, silent'],
    ['HEYI_DEMO', 'yes', 'HEYI_DEMO "yes" is neither 0 nor 1'],
    ['HEYI_SETUP_TOKEN', 'short', 'HEYI_SETUP_TOKEN is shorter than 16 characters'],
    ['HEYI_SECRET', 'no secret!', 'HEYI_SECRET is neither hex nor base64'],
    ['HEYI_SECRET', 'ab'.repeat(31), 'HEYI_SECRET has 31 of at least 32 bytes'],
    ['HEYI_MASTER_KEYS', 'no keys!', 'HEYI_MASTER_KEYS is neither hex nor base64 (key 1 of 1)'],
    [
      'HEYI_MASTER_KEYS',
      `${'ab'.repeat(32)}, ${'cd'.repeat(33)}`,
      'HEYI_MASTER_KEYS has 33 bytes, not 32 (key 2 of 2)',
    ],
  ];
  for (const [name, value, fault] of wrongValues) {
    it(`names ${name}="${value}" as wrong`, () => {
      expect(faultsOf({ ...complete, [name]: value })).to.deep.equal([fault]);
    });
  }

  it('names every fault at once, missing settings and unknown names included, each with what to do', () => {
    const read = () =>
      readConfig({ PORT: 'x', HEYI_COLOUR: 'red', MONGODB_URL: 'mongodb://h', MAIL_FROM: '?' });
    expect(read).to.throw(ConfigError).that.has.property('faults').with.length(9);
    for (const name of [
      'PORT',
      'HEYI_COLOUR',
      'MONGODB_URL',
      'MAIL_FROM',
      'MONGODB_URI',
      'HEYI_MASTER_KEYS',
    ]) {
      expect(read).to.throw(new RegExp(`\n  ${name} .+\\. .+\\.`));
    }
  });

  const secrets: [kind: string, text: string][] = [
    ['hex', '0f'.repeat(32)],
    ['base64', Buffer.alloc(32, 0x0f).toString('base64')],
    ['base64url', Buffer.alloc(32, 0x0f).toString('base64url')],
  ];
  for (const [kind, text] of secrets) {
    it(`reads a secret written as ${kind}`, () => {
      expect(readConfig({ ...complete, HEYI_SECRET: text }).secret).to.deep.equal(Buffer.alloc(32, 0x0f));
    });
  }

  it('reads several master keys, the first one first', () => {
    const { masterKeys } = readConfig({
      ...complete,
      HEYI_MASTER_KEYS: `${'01'.repeat(32)}, ${'02'.repeat(32)}`,
    });
    expect(masterKeys).to.deep.equal([Buffer.alloc(32, 1), Buffer.alloc(32, 2)]);
  });

  const uris: [given: string, read: string][] = [
    ['mongodb://h/cases', 'mongodb://h/cases'],
    ['mongodb://h', 'mongodb://h/heyi'],
    ['mongodb://h/?tls=true', 'mongodb://h/heyi?tls=true'],
    ['mongodb://u:p@a:1,b:2/', 'mongodb://u:p@a:1,b:2/heyi?authSource=admin'],
    ['mongodb+srv://u:p@h', 'mongodb+srv://u:p@h/heyi?authSource=admin'],
  ];
  for (const [given, read] of uris) {
    it(`reads the MongoDB URI ${given} as ${read}`, () => {
      expect(readConfig({ ...complete, MONGODB_URI: given }).mongodbUri).to.equal(read);
    });
  }

  it('takes the slash off the end of PUBLIC_URL', () => {
    expect(readConfig({ ...complete, PUBLIC_URL: 'https://h.org/heyi/' }).publicUrl).to.equal(
      'https://h.org/heyi',
    );
  });

  it('gives a link that a browser can open for every address it listens on', () => {
    expect(localUrl('127.0.0.1', 3000)).to.equal('http://127.0.0.1:3000');
    expect(localUrl('0.0.0.0', 80)).to.equal('http://localhost:80');
    expect(localUrl('::1', 3000)).to.equal('http://[::1]:3000');
  });
});
