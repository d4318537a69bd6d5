import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { type MailSink, startMailSink } from '../../../config/local-services/mail-sink.ts';

const reminder = {
  from: { name: '工会 Mediation', address: 'mediation@example.org' },
  to: { name: '李 Li', address: 'li@example.org' },
  bcc: 'supervisor@example.org',
  subject: '调解期限提醒 <b>reminder</b>',
  text: '还有三天。\nSee https://heyi.example.org/status?code=A&x=1 <now>',
  html: '<html><head></head><body><script>top.x = 1</script><p>还有<b>三天</b></p></body></html>',
};

async function send(sink: MailSink, ...messages: SendMailOptions[]): Promise<string> {
  const transport = createTransport({ url: sink.smtpUrl, pool: true, maxConnections: 1 });
  try {
    let answer = '';
    for (const message of messages) answer = (await transport.sendMail(message)).response;
    return answer;
  } finally {
    transport.close();
  }
}

const get = async (url: string, language = 'en') =>
  (await fetch(url, { headers: { 'Accept-Language': language } })).text();

async function firstMessage(sink: MailSink): Promise<string> {
  const link = /href="(\/messages\/[^?"]+)/.exec(await get(sink.pageUrl))?.[1] ?? '';
  return new URL(link, sink.pageUrl).href;
}

/** The status that a request gets which was sent to the page under another name. */
async function statusUnderName(sink: MailSink, host: string): Promise<number | undefined> {
  const asked = request(sink.pageUrl, { headers: { host } }).end();
  const [response] = (await once(asked, 'response')) as [{ statusCode?: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

describe('the mail sink', () => {
  let dataDir = '';
  let sink: MailSink;

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'heyi-mail-'));
    sink = await startMailSink({ dataDir });
  });
  afterEach(async () => {
    await sink.stop();
    await rm(dataDir, { recursive: true });
  });

  it('has the message on disk when it acknowledges it, with everyone it was sent to', async () => {
    const response = await send(sink, reminder);
    const id = /250 kept on this machine as (\S+)/.exec(response)?.[1] ?? '';
    const kept = await readFile(path.join(dataDir, 'mail', `${id}.eml`), 'utf8');
    expect(kept).to.match(/^Return-Path: <mediation@example.org>\r\nDelivered-To: li@example.org\r\n/);
    expect(kept).to.contain('Delivered-To: supervisor@example.org\r\n');
  });

  it('keeps each of many messages that arrive at once as a file of its own', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, at) => send(sink, { ...reminder, subject: `No. ${at}` })),
    );
    expect(await readdir(path.join(dataDir, 'mail'))).to.have.length(30);
  });

  it('keeps nothing of a message whose sender went away before its end', async () => {
    const { hostname, port } = new URL(sink.smtpUrl);
    const client = connect(Number(port), hostname);
    for (const line of ['EHLO x', 'MAIL FROM:<a@b.org>', 'RCPT TO:<c@d.org>', 'DATA']) {
      await once(client, 'data');
      client.write(`${line}\r\n`);
    }
    await once(client, 'data');
    client.write('Subject: half\r\n\r\nhalf of a sen');
    client.destroy();
    await once(client, 'close');
    await send(sink, reminder);
    await sink.stop();
    const kept = (await readdir(path.join(dataDir, 'mail'))).filter((name) => name.endsWith('.eml'));
    expect(kept).to.have.length(1);
  });

  it('shows after a restart what an earlier run kept, newest first', async () => {
    await send(sink, { ...reminder, subject: 'older' });
    await sink.stop();
    sink = await startMailSink({ dataDir });
    await send(sink, { ...reminder, subject: 'newer' });
    expect(await get(sink.pageUrl)).to.match(/>newer<[^]*>older</);
  });

  it('says in the reader’s language that nothing leaves the machine', async () => {
    expect(await get(sink.pageUrl, 'zh-CN,zh;q=0.9')).to.contain('不会发往任何收件人');
    expect(await get(sink.pageUrl, 'en')).to.contain('Nothing is sent to anybody.');
    expect(await get(`${sink.pageUrl}?lang=en`, 'zh')).to.contain('Nothing is sent to anybody.');
  });

  it('lists at most fifty and leads on to the older ones', async () => {
    await send(sink, ...Array.from({ length: 51 }, (_, at) => ({ ...reminder, subject: `No. ${at};` })));
    const first = await get(sink.pageUrl);
    expect(first).to.contain('No. 50;').and.not.contain('No. 0;');
    const older = /href="([^"]*before=[^"]*)"/.exec(first)?.[1]?.replace('&amp;', '&') ?? '';
    expect(await get(new URL(older, sink.pageUrl).href))
      .to.contain('No. 0;')
      .and.not.contain('No. 1;');
  });

  it('shows one message: its text with links, its headers, and whom it really went to', async () => {
    await send(sink, reminder);
    const page = await get(await firstMessage(sink));
    expect(page).to.contain('调解期限提醒 &lt;b&gt;reminder&lt;/b&gt;').and.not.contain('<b>reminder');
    expect(page).to.contain('<a href="https://heyi.example.org/status?code=A&amp;x=1"');
    expect(page).to.contain('li@example.org, supervisor@example.org');
    expect(page).to.match(/Message-ID: /i);
  });

  it('shows the HTML part in a frame that can run nothing and reach nothing', async () => {
    await send(sink, reminder);
    const message = await firstMessage(sink);
    expect(await get(message)).to.match(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    const part = await fetch(`${message}/html`);
    expect(await part.text()).to.contain('<p>还有<b>三天</b></p>');
    expect(part.headers.get('content-security-policy')).to.match(/^sandbox .*default-src 'none'/);
  });

  it('shows what is no proper mail as the text it is', async () => {
    const lines = 'X-Long: '.concat('x'.repeat(2 ** 21 + 10));
    await send(sink, { envelope: { from: 'a@b.org', to: 'c@d.org' }, raw: `${lines}\r\n\r\nhello` });
    expect(await get(await firstMessage(sink))).to.contain('Delivered-To: c@d.org');
  });

  it('answers 404 for a message that is not there, and does not leave its folder', async () => {
    for (const id of ['nothing', '..%2f..%2fetc%2fpasswd', '20260101T000000000Z-000001-00000000']) {
      expect((await fetch(`${sink.pageUrl}messages/${id}`)).status).to.equal(404);
    }
  });

  it('answers nobody who calls it by the name of another site', async () => {
    expect(await statusUnderName(sink, 'attacker.example.org')).to.equal(403);
  });
});
