import { expect } from 'chai';
import { receiptQr } from '../../../server/receipts/receipt-qr.ts';
import { PUBLIC_URL, startTestApp, type TestApp } from '../../support/test-app.ts';
import { register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

describe('the receipt as a page', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const print = (number: string, code: string) =>
    app.http.post('/receipt').type('form').send({ number, code });

  it('shows number, code in groups, the QR code of both and whom to call, and is not stored', async () => {
    const { receipt } = await register(app, city.clerk);
    const page = await print(receipt.number, receipt.code.replaceAll('-', '').toLowerCase()).expect(200);
    expect(page.headers['cache-control']).to.equal('no-store');
    expect(page.text)
      .to.include(receipt.number)
      .and.include(receipt.code)
      .and.include(PUBLIC_URL)
      .and.include('tel:0531-12351')
      .and.include(await receiptQr({ publicUrl: PUBLIC_URL, ...receipt }));
    expect(page.text).to.not.match(/王建国|12500|13800001234|建筑劳务|<script/);
    expect(Buffer.byteLength(page.text)).to.be.below(50_000);
  });

  it('is given for nothing that opens no case, with the same page for a wrong code and a missing case', async () => {
    const { receipt } = await register(app, city.clerk);
    const wrong = await print(receipt.number, '0000-0000-0000').expect(404);
    const missing = await print('历工调〔2026〕9999号', '0000-0000-0000').expect(404);
    expect(missing.text).to.equal(wrong.text).and.not.include('<svg');
  });

  it('has a QR code that leads to a form which needs no script', async () => {
    const page = await app.http.get('/qr').expect(200);
    expect(page.text).to.include('<form method="post" action="/"').and.include('/fill-from-fragment.js');
    await app.http
      .get('/fill-from-fragment.js')
      .expect(200)
      .expect('content-type', /javascript/);
    await app.http.get('/receipt.css').expect(200).expect('content-type', /css/);
  });
});
