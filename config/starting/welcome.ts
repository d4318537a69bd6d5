import type { SeededDemo } from '../demo/seed-demo.ts';

export interface WelcomeRequest {
  baseUrl: string;
  seconds: number;
  /** The local page that shows the mail; null when a mail server was given. */
  mailPageUrl: string | null;
  dataDir: string;
  /** The servers that the data is on, as they are named on screen. */
  engines: string;
  /** Where generated secrets are kept, which a service that is no demo must not lose. */
  secretFiles: string[];
}

/** Where to look, once the service is ready. */
export function welcomeLines(request: WelcomeRequest): string[] {
  const { baseUrl, seconds, mailPageUrl, dataDir, engines, secretFiles } = request;
  const mail = mailPageUrl
    ? [
        `  Mail 邮件   ${mailPageUrl}  every message stays on this machine; nothing is sent 邮件仅存本机，不会外发`,
      ]
    : [];
  const secrets = secretFiles.map(
    (file) => `  Secret 密钥 ${file}  made for you, as no setting gives it; keep a copy elsewhere 请另行备份`,
  );
  return [
    '',
    `Heyi 和议 is ready after ${seconds.toFixed(1)} s 已就绪`,
    `  Web 网页    ${baseUrl}`,
    ...mail,
    `  Data 数据   ${dataDir}  ${engines}`,
    ...secrets,
  ];
}

/** How to log in to the demo, and how a worker of it looks a case up. */
export function demoLoginLines({ accounts, receipts }: SeededDemo, baseUrl: string): string[] {
  const width = Math.max(...accounts.map(({ username }) => username.length));
  return [
    '  Log in 登录 (demo only, this machine only 仅供本机演示):',
    ...accounts.map(
      ({ username, password, displayName }) => `    ${username.padEnd(width)}  ${password}  ${displayName}`,
    ),
    ...receipts
      .slice(-1)
      .flatMap((receipt) => [
        '  Look a case up as its worker 以职工身份查询案件:',
        `    curl ${baseUrl}/api/v1/status -H 'Content-Type: application/json' -d '${JSON.stringify(receipt)}'`,
      ]),
  ];
}

/** What is there where a demo would have been made, and how to log in to it. */
export function otherAccountsLines(): string[] {
  return [
    '  This data is not the demo city: it has accounts of its own, so log in with those; after npm run seed, with the names and the password that it printed (docs/seed.md). For the demo city, set DATA_DIR to an empty folder.',
    '  此数据不是演示城市，已有自己的账号，请用这些账号登录；如由 npm run seed 生成，请用它显示的用户名和密码（见 docs/seed.md）。需要演示城市时，请把 DATA_DIR 设为空文件夹。',
  ];
}

/** How the first administrator is made, while there is no account. */
export function setupLines(baseUrl: string, setupToken: string): string[] {
  const body = JSON.stringify({
    token: setupToken,
    username: 'admin',
    password: 'CHANGE-THIS-PASSWORD',
    displayName: 'Administrator',
  });
  return [
    '  There is no account yet. Make the first administrator (this works once) 尚无账号，请创建首位管理员（仅一次有效）:',
    `    curl -X POST ${baseUrl}/api/v1/setup -H 'Content-Type: application/json' -d '${body}'`,
  ];
}
