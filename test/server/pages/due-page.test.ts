import { expect } from 'chai';
import express from 'express';
import supertest from 'supertest';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import { RULE_CODES } from '../../../server/domain/deadline-rules.ts';
import { duePageRoutes } from '../../../server/pages/due-page-routes.ts';

const app = express().use(duePageRoutes({ calendar: builtInCalendar() }));
const page = (query: Record<string, string>) => supertest(app).get('/due').query(query);
const MOST_BYTES = 50_000;

/** What a cell of the calendar shows: 16 起 → [class, number, sign]. */
function cells(html: string): string[] {
  return [...html.matchAll(/<td class="cell (\w+)[^"]*"><b>(\d+)<\/b><span>([^<]*)<\/span>/g)].map(
    ([, mark, number, sign]) => `${number} ${mark} ${sign}`.trim(),
  );
}

describe('the page "When is it due?"', () => {
  it('shows the day, the explanation and the start, counted, rolled and due days', async () => {
    const { text, status } = await page({ rule: 'M3', from: '2026-09-16', lang: 'zh' });
    expect(status).to.equal(200);
    expect(text)
      .to.contain('<time datetime="2026-10-08">2026年10月8日（星期四）</time>')
      .and.to.contain('第二十九条');
    expect(cells(text)).to.include.members([
      '16 start 起',
      '17 counted 1',
      '20 counted 4 班',
      '30 counted 14',
      '1 rolled 15 延',
      '7 rolled 延',
      '8 due 到期',
    ]);
  });

  it('shows the skipped days of a count in working days', async () => {
    const { text } = await page({ rule: 'M1', from: '2026-02-12', lang: 'en' });
    expect(cells(text)).to.include.members([
      '12 start start',
      '13 counted 1',
      '14 counted 2 work',
      '15 skipped off',
      '23 skipped off',
      '24 due 3 due',
    ]);
  });

  it('counts backwards from a hearing', async () => {
    const { text } = await page({ rule: 'A5', from: '2026-03-20', lang: 'en' });
    expect(cells(text)).to.include.members([
      '20 start start',
      '19 counted 1',
      '15 skipped off',
      '13 due 5 due',
    ]);
  });

  it('leaves out the middle of a long limitation, and says so', async () => {
    const { text } = await page({ rule: 'A10', from: '2024-03-04', lang: 'en' });
    expect(text).to.contain('21 months in between left out');
    expect(text.match(/<table>/g)).to.have.length(4);
  });

  it('says that a day is provisional', async () => {
    expect((await page({ rule: 'A6', from: '2026-12-01', lang: 'en' })).text).to.contain('Provisional');
  });

  it('asks for a correction next to the field, and keeps what was typed', async () => {
    const { text, status } = await page({ rule: 'M3', from: '2026-02-30', region: '37', lang: 'en' });
    expect(status).to.equal(422);
    expect(text).to.contain('role="alert"').and.to.contain('href="#from"').and.to.contain('value="37"');
  });

  it('shows what was typed as text, never as markup', async () => {
    const { text } = await page({ rule: '<script>', from: '"><script>alert(1)</script>', lang: 'zh' });
    expect(text).not.to.contain('<script>');
  });

  const GOOD = { rule: 'M3', from: '2026-09-16', region: '370102' };
  for (const [name, value] of Object.entries(GOOD)) {
    it(`asks for a correction whatever is wrong with ${name}`, async () => {
      const { [name as 'rule']: _, ...others } = GOOD;
      for (const wrong of [
        `${name}=${value}&${name}=${value}`,
        `${name}[]=${value}`,
        `${name}[$gt]=${value}`,
        `${name}=${'1'.repeat(6000)}`,
        `${name}=${value}%00`,
        `${name}=%07%1b[31m`,
        `${name}=%zz%`,
        `${name}=%ff%fe`,
        `${name}=${value}%ed%a0%80`,
        `${name}=__proto__`,
        `${name}=%7B%22$gt%22:%22%22%7D`,
      ]) {
        const asked = `/due?${new URLSearchParams(others).toString()}&${wrong}`;
        const { status, text, type } = await supertest(app).get(asked);
        expect(status, wrong).to.equal(422);
        expect(type, wrong).to.equal('text/html');
        expect(text, wrong).to.include('role="alert"');
        expect(Buffer.byteLength(text), wrong).to.be.below(MOST_BYTES);
      }
    });
  }

  it('works without JavaScript, loads nothing from elsewhere, and keeps under 50 KB, for every rule in both languages', async () => {
    for (const rule of RULE_CODES) {
      for (const lang of ['zh', 'en']) {
        const { text, status } = await page({ rule, from: '2024-12-20', lang });
        expect(status, rule).to.equal(200);
        expect(Buffer.byteLength(text), rule).to.be.lessThan(MOST_BYTES);
        expect(text).not.to.match(/<script|https?:\/\/|style=|undefined|\[object/);
      }
    }
  });

  it('speaks the language that the browser asks for', async () => {
    const { text } = await supertest(app).get('/due').set('Accept-Language', 'en-GB');
    expect(text).to.contain('<html lang="en">').and.to.contain('lang="zh-CN"');
  });

  it('serves its style', async () => {
    const { status, type } = await supertest(app).get('/pages.css');
    expect({ status, type }).to.deep.equal({ status: 200, type: 'text/css' });
  });
});
