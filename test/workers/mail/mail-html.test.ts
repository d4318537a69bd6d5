import { expect } from 'chai';
import { mailHtml } from '../../../workers/mail/mail-html.ts';
import { smtpMailer } from '../../../workers/mail/smtp-mailer.ts';
import { startTestSink } from '../../support/test-sink.ts';

const subject = '和议提醒 / Heyi';
const text = '老秦，您好：\n案件 1 号：<b>明天</b> 到期。\n\nDear 老秦,\nCase 1 is due & late.\n';

describe('the HTML part of a mail', () => {
  it('says each line of the plain text, escaped, Chinese first and each language by its name', () => {
    const html = mailHtml({ subject, text });
    const blocks = [...html.matchAll(/<div lang="([^"]+)"[^>]*>(.*?)<\/div>/gs)].map(([, lang, inner]) => [
      lang,
      [...(inner ?? '').matchAll(/<p[^>]*>(.*?)<\/p>/g)].map(([, line]) => line),
    ]);
    expect(blocks).to.deep.equal([
      ['zh-CN', ['老秦，您好：', '案件 1 号：&lt;b&gt;明天&lt;/b&gt; 到期。']],
      ['en', ['Dear 老秦,', 'Case 1 is due &amp; late.']],
    ]);
  });

  it('sets lines with a dot or a dash as a list', () => {
    const html = mailHtml({ subject, text: '案件预警：\n· 涉及<100>人\n· 停工\n请确认。\n' });
    const items = [...html.matchAll(/<ul[^>]*>(.*?)<\/ul>/gs)].map(([, list]) =>
      [...(list ?? '').matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, item]) => item),
    );
    expect(items).to.deep.equal([['涉及&lt;100&gt;人', '停工']]);
    expect(html.indexOf('</ul>')).to.be.lessThan(html.indexOf('请确认。'));
  });

  it('is large enough to read and loads nothing from anywhere', () => {
    const html = mailHtml({ subject, text });
    expect(html).to.include('font-size:18px').and.include('line-height:1.7');
    expect(html).to.not.match(/https?:|url\(|<img|<link|<script|@import/);
  });

  it('goes out beside the plain text, which stays as it was', async () => {
    const sink = await startTestSink();
    const mailer = smtpMailer({
      smtpUrl: sink.url,
      from: 'heyi@heyi.example',
      connections: 1,
      waitMs: 20_000,
      now: () => new Date(),
    });
    const to = { name: '老秦', address: 'mediator@union.example' };
    const outcome = await mailer.send({ deliveryId: 'a', to, subject, text }, async () => true);
    expect(outcome.kind).to.equal('sent');
    const [message] = sink.messages;
    expect(message?.text?.trimEnd()).to.equal(text.trimEnd());
    expect(message?.html).to.include('<p style="margin:0">老秦，您好：</p>');
    mailer.close();
    await sink.stop();
  });
});
