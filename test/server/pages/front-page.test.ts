import { expect } from 'chai';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

describe('the front page', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const lookUp = (number: string, code: string) => app.http.post('/').type('form').send({ number, code });

  it('is a form that needs no script and stays under 50 KB', async () => {
    const page = await app.http.get('/').expect(200);
    expect(page.text).to.include('<form method="post"').and.not.include('<script');
    expect(Buffer.byteLength(page.text)).to.be.below(50_000);
  });

  it('shows the worker what is happening, the next right with its day, and whom to call', async () => {
    const { receipt } = await register(app, city.clerk);
    const page = await lookUp(receipt.number, receipt.code).expect(200);
    expect(page.headers['cache-control']).to.equal('no-store');
    expect(page.text)
      .to.include('我们已收到您的申请。')
      .and.include('2026年10月8日（星期四）')
      .and.include('tel:0531-12351');
    expect(page.text).to.not.match(/王建国|12500|13800001234|建筑劳务/);
  });

  it('answers a wrong code and a missing case with the same page', async () => {
    const { receipt } = await register(app, city.clerk);
    const wrong = await lookUp(receipt.number, '0000-0000-0000').expect(404);
    const missing = await lookUp('历工调〔2026〕9999号', '0000-0000-0000').expect(404);
    const withoutNumber = (text: string) => text.replace(/value="[^"]*"/, '');
    expect(withoutNumber(wrong.text)).to.equal(withoutNumber(missing.text));
  });

  it('shows what was typed as text, never as a part of the page', async () => {
    const page = await lookUp('"><script>alert(1)</script>', 'x');
    expect(page.text).to.not.include('<script>');
  });
});
