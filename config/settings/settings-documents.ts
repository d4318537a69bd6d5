import { type SettingName, settingNames, settingText } from './setting-table.ts';

const WIDTH = 100;

function wrapped(text: string, prefix: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) lines.push(`${lines.pop()} ${word}`);
    else lines.push(prefix + word);
  }
  return lines;
}

function envExampleEntry(name: SettingName): string {
  const { en, zh, fallback, leftOut, example } = settingText(name);
  const when = fallback === undefined ? `Left out: ${leftOut}.` : `Left out: ${fallback}.`;
  return [...wrapped(en, '# '), `# ${zh}`, ...wrapped(when, '# '), `# Example: ${example}`, `#${name}=`].join(
    '\n',
  );
}

/** The text of `.env.example`. */
export function envExample(): string {
  const head = [
    '# Every setting of Heyi 和议. Copy this file to .env, take the # away before those you need, and fill them in.',
    '# 和议的全部设置。将本文件复制为 .env，去掉所需设置前的 # 并填写。',
    '# Without any, npm start runs the demo. A variable of the environment wins over the same name in .env.',
    '# 不作任何设置时，npm start 运行演示模式。环境变量优先于 .env 中的同名设置。',
    '# This file is written by: npm run settings',
  ].join('\n');
  return `${[head, ...settingNames.map(envExampleEntry)].join('\n\n')}\n`;
}

const cell = (text: string) => text.replaceAll('|', '\\|');

function settingsRow(name: SettingName): string {
  const { en, zh, fallback, leftOut, example } = settingText(name);
  const without = fallback === undefined ? (leftOut ?? '') : `\`${fallback}\``;
  return `| \`${name}\` | ${cell(en)}<br>${cell(zh)} | ${cell(without)} | \`${cell(example)}\` |`;
}

/** The text of docs/settings.md. */
export function settingsPage(): string {
  return `# Settings 设置

Settings are read once, at the start, from the environment and from the file \`.env\` in the clone (\`npm start\`
only); the environment wins, and an empty value counts as none. Every fault is named at once, and the service
does not start: a value that cannot be right, a server that does not answer, a name that is no setting
(each \`HEYI_…\` of the environment, each name in \`.env\`, and near misses such as \`MONGODB_URL\`).

Without \`MONGODB_URI\`, \`npm start\` runs a demo on servers of its own, reachable from this machine only. With it,
the service is yours: it starts empty and prints a one-time way to make the first administrator.
\`npm run web\` and \`npm run worker\` start no servers; they need \`MONGODB_URI\`, \`REDIS_URL\`, \`SMTP_URL\`,
\`MAIL_FROM\` and \`HEYI_SECRET\`.

| Setting | What it is | Left out | Example |
|---|---|---|---|
${settingNames.map(settingsRow).join('\n')}

This page and \`.env.example\` are written by \`npm run settings\` from \`config/settings/setting-table.ts\`.
`;
}
