import { z } from 'zod';
import { httpsAddress } from './https-address.ts';
import { masterKeys, SECRET_BYTES, secret } from './key-settings.ts';
import { mongodbUriWithDatabase } from './mongodb-uri.ts';
import { oidcSettings } from './oidc-settings.ts';
import { type SettingText, settingTexts } from './setting-text.ts';
import { trustedProxies } from './trusted-proxies.ts';
import { wholeNumber } from './whole-number.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const addressOf = (from: string) => /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from;

const serverUrl = (pattern: RegExp, shape: string) =>
  z.string().regex(pattern, `is not of the form ${shape}`);

// A new one each time: words are kept by schema.
const filePath = () => z.string().refine((text) => !text.includes('\0'), 'is not a path');

const portNumber = wholeNumber(1, 65_535);

/** Every setting there is: its name, its shape and its words. Nothing else of the environment is read. */
export const settingTable = z.object({
  PORT: portNumber.register(settingTexts, {
    en: 'The port that the web process listens on.',
    zh: '网页服务监听的端口。',
    fallback: '3000',
    example: '8080',
    remedy: 'Set it to a free port, for example 3000',
  }),
  HOST: z
    .string()
    .regex(/^(?:[\w.-]+|[0-9a-fA-F:.]+(?:%\w+)?)$/, 'is not an address or a host name')
    .register(settingTexts, {
      en: 'The address that the web process listens on. 127.0.0.1: this machine only; 0.0.0.0: every network. The demo takes addresses of this machine only.',
      zh: '网页服务监听的地址。127.0.0.1 仅限本机；0.0.0.0 为所有网络。演示模式只允许本机地址。',
      fallback: '127.0.0.1',
      example: '0.0.0.0',
      remedy: 'Set it to an address of this machine, for example 127.0.0.1 or 0.0.0.0',
    }),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?$/, 'is not an http or https address without ? and #')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .register(settingTexts, {
      en: 'The address under which people reach the service; every link in a letter or message begins with it.',
      zh: '公众访问本服务的网址；信件与短信中的链接均以此开头。',
      leftOut: 'http://HOST:PORT, which only this machine can open',
      example: 'https://mediation.example.org',
      remedy: 'Set it to the address that people type, for example https://mediation.example.org',
      aliases: ['BASE_URL', 'PUBLIC_BASE_URL', 'PUBLIC_ADDRESS'],
    }),
  TRUSTED_PROXIES: trustedProxies.register(settingTexts, {
    en: 'The reverse proxies in front of web, whose X-Forwarded-For and X-Forwarded-Proto are believed: how many they are, or their addresses and networks after commas. 0: none; everybody could write them.',
    zh: '网页服务前的反向代理，其 X-Forwarded-For 与 X-Forwarded-Proto 可信：填写代理层数，或以逗号分隔的地址与网段。0 为没有，任何人都能伪造这些请求头。',
    fallback: '0',
    example: '1',
    remedy:
      'Set it to how many proxies a request passes, for example 1 behind one nginx, or to their addresses, for example 10.0.0.7,192.168.0.0/24',
    aliases: ['TRUST_PROXY', 'TRUSTED_PROXY'],
  }),
  DATA_DIR: filePath().register(settingTexts, {
    en: 'The folder of everything that npm start stores: data of the servers it starts, mail that was caught, generated secrets. Relative paths begin at the clone.',
    zh: '数据文件夹：由 npm start 启动的数据库、截留的邮件、自动生成的密钥均存于此。相对路径以代码目录为起点。',
    fallback: 'data',
    example: '/var/lib/heyi',
    remedy: 'Set it to the path of a folder, for example data',
    aliases: ['DATA_FOLDER', 'DATA_DIRECTORY', 'DATA_PATH'],
  }),
  MONGODB_URI: serverUrl(/^mongodb(?:\+srv)?:\/\/[^\s/?]+(?:\/\S*)?$/, 'mongodb://host:port/database')
    .transform(mongodbUriWithDatabase)
    .optional()
    .register(settingTexts, {
      en: 'The MongoDB server (version 7 or newer, or one that is compatible) and database that hold the cases. Given, the service starts empty and is no demo.',
      zh: '保存案件的 MongoDB 服务器与数据库（7 版及以上，或兼容产品）。设置后不再是演示模式，系统从空库开始。',
      leftOut: 'npm start finds or sets up a server of its own and fills it with the demo',
      example: 'mongodb://user:password@127.0.0.1:27017/heyi',
      remedy:
        'Set it to an address like mongodb://127.0.0.1:27017/heyi, or leave it out and use npm start, which starts a server of its own',
      aliases: ['MONGODB_CONNECTION_STRING', 'MONGO_CONNECTION_STRING', 'MONGODB', 'MONGO_DB_URI'],
    }),
  REDIS_URL: serverUrl(/^rediss?:\/\/\S*$/, 'redis://host:port')
    .optional()
    .register(settingTexts, {
      en: 'The Redis (7 or newer) or Valkey server of the queues. It may be lost at any time; the cases are not in it.',
      zh: '任务队列所用的 Redis（7 版及以上）或 Valkey 服务器。案件不存于此，丢失亦可恢复。',
      leftOut: 'npm start finds or sets up a server of its own',
      example: 'redis://:password@127.0.0.1:6379',
      remedy:
        'Set it to an address like redis://127.0.0.1:6379, or leave it out and use npm start, which starts a server of its own',
      aliases: ['REDIS_TLS_URL', 'REDIS_CONNECTION_STRING'],
    }),
  SMTP_URL: serverUrl(/^smtps?:\/\/[^\s/?]+\S*$/, 'smtp://host:port')
    .optional()
    .register(settingTexts, {
      en: 'The mail server that reminders go out by. smtps:// is encrypted from the first byte, smtp:// takes STARTTLS when it is offered.',
      zh: '发送提醒邮件的服务器。smtps:// 全程加密；smtp:// 在对方支持时使用 STARTTLS。',
      leftOut: 'npm start catches every message and shows it on a local page; nothing leaves the machine',
      example: 'smtps://user:password@mail.example.org:465',
      remedy:
        'Set it to an address like smtp://127.0.0.1:25, or leave it out and use npm start, which keeps every message on this machine',
      aliases: ['MAIL_URL', 'EMAIL_URL', 'SMTP_CONNECTION_STRING'],
    }),
  MAIL_FROM: z
    .string()
    .refine((from) => z.email().safeParse(addressOf(from)).success, 'holds no e-mail address')
    .optional()
    .register(settingTexts, {
      en: 'The sender of every message. Needed with SMTP_URL.',
      zh: '所有邮件的发件人。设置 SMTP_URL 时必须设置。',
      leftOut: 'a sender that only the local page sees, as long as SMTP_URL is left out too',
      example: 'Mediation centre <mediation@example.org>',
      remedy: 'Set it to an address that your mail server may send from, for example mediation@example.org',
      aliases: ['EMAIL_FROM', 'SMTP_FROM', 'FROM_EMAIL'],
    }),
  TEXT_MESSAGE_URL: httpsAddress()
    .optional()
    .register(settingTexts, {
      en: 'The gateway that text messages to workers are handed to, as signed JSON (docs/other-systems.md). http only on this machine.',
      zh: '向职工发送短信的网关地址，以签名的 JSON 提交（见 docs/other-systems.md）。仅本机可用 http。',
      leftOut: 'nothing is sent: the texts are kept in the data folder and somebody is asked to telephone',
      example: 'https://sms.example.org/messages',
      remedy: 'Set it to the https address of your gateway, or leave it out',
      aliases: ['SMS_URL', 'SMS_GATEWAY_URL'],
    }),
  TEXT_MESSAGE_SECRET: secret.optional().register(settingTexts, {
    en: `The key of the signature on each text message, shared with the gateway. At least ${SECRET_BYTES} bytes, hex or base64. Needed with TEXT_MESSAGE_URL.`,
    zh: `短信签名密钥，与网关共用。至少 ${SECRET_BYTES} 字节，十六进制或 base64。设置 TEXT_MESSAGE_URL 时必须设置。`,
    leftOut: 'no text message can be sent',
    example: 'the output of: openssl rand -hex 32',
    remedy: 'Set it to the key that your gateway checks, for example the output of: openssl rand -hex 32',
    aliases: ['SMS_SECRET'],
    secret: true,
  }),
  TEXT_MESSAGE_IDEMPOTENT: z
    .enum(['0', '1'], 'is neither 0 nor 1')
    .transform((flag) => flag === '1')
    .register(settingTexts, {
      en: 'Whether the gateway promises to send a message once however often it gets the same id. With 1 a message in doubt is handed over again, with 0 it is held for a person.',
      zh: '网关是否保证同一编号的短信只发送一次。1：结果不明时重新提交；0：结果不明时留待人工处理。',
      fallback: '0',
      example: '1',
      remedy: 'Set it to 1 only when the gateway promises it, else leave it out',
    }),
  HEYI_SECRET: secret.optional().register(settingTexts, {
    en: `The key of the keyed hashes, by which a worker's telephone or ID is found without being stored in clear. At least ${SECRET_BYTES} bytes, hex or base64. Never change it once there are cases; keep a copy apart from the database.`,
    zh: `用于带密钥散列的密钥（不以明文保存电话与证件号码）。至少 ${SECRET_BYTES} 字节，十六进制或 base64。有案件后切勿更改，并与数据库分开备份。`,
    leftOut: 'npm start makes one and keeps it in the data folder',
    example: 'the output of: openssl rand -hex 32',
    remedy: 'Set it to the output of: openssl rand -hex 32',
    aliases: ['SECRET_KEY', 'HEYI_SECRET_KEY', 'HEYI_KEY'],
    secret: true,
  }),
  HEYI_MASTER_KEYS: masterKeys.optional().register(settingTexts, {
    en: `The master keys of the personal data: ${SECRET_BYTES} bytes each, hex or base64, the newest first, commas between. Cases are sealed with the first and opened with any. Whoever loses one loses the names and telephone numbers sealed with it; keep a copy apart from the database. To change it see docs/operations.md.`,
    zh: `个人信息的主密钥：每个 ${SECRET_BYTES} 字节，十六进制或 base64，新的在前，以逗号分隔。新数据用第一个加密，解密时均可使用。丢失主密钥即无法再读取相应的姓名、电话等信息，请与数据库分开备份。更换方法见 docs/operations.md。`,
    leftOut: 'npm start makes one and keeps it in the data folder',
    example: 'the output of: openssl rand -hex 32',
    remedy: 'Set it to the output of: openssl rand -hex 32; keep older keys after it, with commas',
    aliases: ['HEYI_MASTER_KEY', 'MASTER_KEY', 'MASTER_KEYS', 'ENCRYPTION_KEY'],
    secret: true,
  }),
  HEYI_SETUP_TOKEN: z.string().min(16, 'is shorter than 16 characters').optional().register(settingTexts, {
    en: 'A password that makes the first administrator, once; it opens nothing as soon as there is an account.',
    zh: '用于创建首位管理员的一次性口令；已有账号后即失效。',
    leftOut: 'npm start makes one and prints it while there is no account',
    example: 'the output of: openssl rand -hex 16',
    remedy: 'Set it to the output of: openssl rand -hex 16',
    secret: true,
  }),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is not one of ${LOG_LEVELS.join(', ')}`).register(settingTexts, {
    en: `How much web and workers log: ${LOG_LEVELS.join(', ')}. The demo logs from warn on when it is left out.`,
    zh: '日志详细程度。演示模式未设置时为 warn。',
    fallback: 'info',
    example: 'warn',
    remedy: 'Set it to info',
  }),
  HEYI_CACHE_DIR: filePath().optional().register(settingTexts, {
    en: 'The folder that keeps the servers which npm start and npm test fetched, so that each is fetched once per user.',
    zh: '缓存 npm start 与 npm test 所下载服务器程序的文件夹，每位用户只需下载一次。',
    leftOut: '$XDG_CACHE_HOME/heyi, or ~/.cache/heyi',
    example: '/var/cache/heyi',
    remedy: 'Set it to the path of a folder that you may write to',
  }),
  HEYI_LOGIN_HOURS: wholeNumber(1, 24).register(settingTexts, {
    en: 'A login of a member of staff ends after so many hours, used or not.',
    zh: '工作人员登录后，无论是否使用，超过此小时数即须重新登录。',
    fallback: '12',
    example: '9',
    remedy: 'Set it to 12, a working day with its overtime',
  }),
  HEYI_LOGIN_IDLE_MINUTES: wholeNumber(5, 1440).register(settingTexts, {
    en: 'A login that is not used for so many minutes ends.',
    zh: '登录后超过此分钟数没有操作，即须重新登录。',
    fallback: '60',
    example: '30',
    remedy: 'Set it to 60, or to less where several people share a computer',
  }),
  HEYI_LEASE_SECONDS: wholeNumber(3, 900).register(settingTexts, {
    en: 'After so many seconds without a mark of its worker a notice is taken from it: sent by another, or held where it may have gone out. The pauses between attempts (from a third of it) and the wait for a silent mail server (two ninths of it) keep pace. The same for all workers.',
    zh: '工作进程超过此秒数没有进展时，其领取的通知由其他进程接手；可能已发出的则转人工确认。重试间隔（自其三分之一起）与等待邮件服务器的时间（其九分之二）按比例变化。所有工作进程须设为相同值。',
    fallback: '90',
    example: '180',
    remedy: 'Set it to 90, or to more where the mail server is slow to answer',
  }),
  HEYI_ENV_FILE: filePath().register(settingTexts, {
    en: 'The file that npm start reads settings from, beside the environment. Relative paths begin at the clone. Set it in the environment only.',
    zh: 'npm start 在环境变量之外读取设置的文件。相对路径以代码目录为起点；仅可通过环境变量设置。',
    fallback: '.env',
    example: '/etc/heyi.env',
    remedy: 'Set it to the path of a file that exists, in the environment',
  }),
  ...oidcSettings,
  METRICS_TOKEN: z.string().min(16, 'is shorter than 16 characters').optional().register(settingTexts, {
    en: 'Opens GET /metrics (Prometheus) to the one who sends it (16 characters or more) as Authorization: Bearer; of the web process, and of the workers where they have a port for it.',
    zh: '监控系统（Prometheus）以 Authorization: Bearer 发送此口令（至少 16 个字符）后方可读取 GET /metrics。',
    leftOut: 'the web process has no /metrics; that of a worker is open to this machine',
    example: 'the output of: openssl rand -hex 16',
    remedy: 'Set it to the output of: openssl rand -hex 16',
    secret: true,
  }),
  WORKER_METRICS_PORT: portNumber.optional().register(settingTexts, {
    en: 'The port of 127.0.0.1 on which a worker answers GET /metrics. One worker a machine can have it; others go on without.',
    zh: '工作进程在 127.0.0.1 上提供 GET /metrics 的端口。同一台机器上只有一个工作进程可占用，其余进程照常运行。',
    leftOut: 'a worker listens nowhere',
    example: '9464',
    remedy: 'Set it to a free port, for example 9464, or leave it out',
  }),
  HEYI_DEMO: z
    .enum(['0', '1'], 'is neither 0 nor 1')
    .transform((flag) => flag === '1')
    .register(settingTexts, {
      en: 'Tells web and workers that this is the demo. npm start sets it by itself.',
      zh: '告知各进程当前为演示模式，由 npm start 自动设置。',
      fallback: '0',
      example: '0',
      remedy:
        'Leave it out: npm start runs the demo when MONGODB_URI is not set, and a service of your own when it is',
    }),
});

export type Settings = z.infer<typeof settingTable>;
export type SettingName = keyof Settings;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The words of a setting. */
export function settingText(name: SettingName): SettingText {
  const text = settingTexts.get(settingTable.shape[name]);
  if (text === undefined) throw new Error(`The setting ${name} has no words in setting-table.ts.`);
  return text;
}

export const settingNames: readonly SettingName[] = settingTable.keyof().options;
