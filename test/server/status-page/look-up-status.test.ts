import { expect } from 'chai';
import { countCommands } from '../../support/count-commands.ts';
import { queriesOf } from '../../support/queries-of.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

describe('the worker’s status', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const ask = (number: string, code: string) => app.http.post('/api/v1/status').send({ number, code });

  it('tells with number and code what is happening, the next right with its day, and whom to call', async () => {
    const { receipt } = await register(app, city.clerk);
    const answer = await ask(receipt.number, receipt.code);
    expect(answer.status).to.equal(200);
    expect(answer.headers['cache-control']).to.equal('no-store');
    expect(answer.body).to.include({ number: receipt.number });
    const [part] = answer.body.parts;
    expect(part).to.include({ whose: null, state: 'registered' });
    expect(part.now.zh).to.equal('我们已收到您的申请。');
    expect(part.rights[0]).to.include({ rule: 'M2', day: '2026-10-08' });
    expect(answer.body.call).to.deep.equal({ name: '历下区总工会调解中心', phone: '0531-12351' });
  });

  it('never shows names, sums, telephones or the employer', async () => {
    const { receipt } = await register(app, city.clerk);
    const text = JSON.stringify((await ask(receipt.number, receipt.code)).body);
    for (const secret of ['王建国', '1250000', '12500', '13800001234', '上海某建筑']) {
      expect(text).to.not.include(secret);
    }
  });

  it('takes a code as people type it', async () => {
    const { receipt } = await register(app, city.clerk);
    const typed = receipt.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    await ask(` ${receipt.number} `, typed).expect(200);
  });

  for (const typed of ['历工调(2026)N', '历工调[2026]N号', ' 历工调（２０２６） N 号 ', '历工调 2026 N']) {
    it(`takes a number as people type it: ${typed}`, async () => {
      const { receipt } = await register(app, city.clerk);
      const sequence = /〕(\d+)号/.exec(receipt.number)?.[1] ?? '';
      await ask(typed.replace('N', sequence), receipt.code).expect(200);
    });
  }

  it('answers a wrong code and a case that does not exist with the same bytes', async () => {
    const { receipt } = await register(app, city.clerk);
    const wrong = await ask(receipt.number, '0000-0000-0000');
    const missing = await ask('历工调〔2026〕9999号', '0000-0000-0000');
    expect(wrong.status).to.equal(404);
    expect({ ...wrong.body, requestId: '' }).to.deep.equal({ ...missing.body, requestId: '' });
    expect(wrong.text.length).to.equal(missing.text.length);
  });

  it('reads and opens nothing of a case by a wrong code, whose time would tell that there is one', async () => {
    const { case: registered, receipt } = await register(app, city.clerk);
    const workOf = async (number: string) =>
      (await countCommands(app.connection, () => ask(number, '0000-0000-0000').expect(404))).commands;
    const [known, unknown] = [await workOf(receipt.number), await workOf('历工调〔2026〕9999号')];
    expect(known).to.deep.equal(unknown);
    expect(known['cases.findOne']).to.equal(1);
    const cases = app.connection.collection<{ _id: string }>('cases');
    await cases.updateOne({ _id: registered.id }, { $set: { workers: 'broken' } });
    await ask(receipt.number, '0000-0000-0000').expect(404);
    await cases.deleteOne({ _id: registered.id });
  });

  it('finds a number by an index that it names, the right code or a wrong one', async () => {
    const { receipt } = await register(app, city.clerk);
    for (const code of [receipt.code, '0000-0000-0000']) {
      const { queries } = await queriesOf('cases', () => ask(receipt.number, code));
      expect(queries).to.have.length(1);
      const [{ filter, hint = 'none' } = { filter: {} }] = queries;
      const plan = await app.connection.collection('cases').find(filter).hint(hint).explain();
      expect(JSON.stringify(plan)).to.include('"indexName":"numberKey_1_lookupCodeHash_1"');
    }
  });

  it('stores the code only as a keyed hash', async () => {
    const { case: registered, receipt } = await register(app, city.clerk);
    const stored = await app.connection.db?.collection('cases').findOne({ number: registered.number });
    expect(JSON.stringify(stored))
      .to.not.include(receipt.code)
      .and.not.include(receipt.code.replaceAll('-', ''));
  });

  it('does not count look-ups that succeed', async () => {
    const small = await startTestApp({ lookups: 2 });
    try {
      const { receipt } = await register(small, (await buildTestCity(small)).clerk);
      for (let attempt = 0; attempt < 5; attempt += 1) {
        await small.http.post('/api/v1/status').send(receipt).expect(200);
      }
    } finally {
      await small.stop();
    }
  });

  it('slows down whoever guesses, and says how long', async () => {
    const small = await startTestApp({ lookups: 3 });
    try {
      const guess = () => small.http.post('/api/v1/status').send({ number: 'x', code: 'y' });
      for (let attempt = 0; attempt < 3; attempt += 1) await guess().expect(404);
      const answer = await guess();
      expect(answer.status).to.equal(429);
      expect(Number(answer.headers['retry-after'])).to.be.within(1, 300);
    } finally {
      await small.stop();
    }
  });

  it('shows the case to whoever holds the code, however many fail from the same address', async () => {
    const small = await startTestApp({ lookups: 2 });
    try {
      const { receipt } = await register(small, (await buildTestCity(small)).clerk);
      const guess = () => small.http.post('/api/v1/status').send({ number: 'x', code: 'y' });
      for (let attempt = 0; attempt < 2; attempt += 1) await guess().expect(404);
      for (let attempt = 0; attempt < 2; attempt += 1) {
        await guess().expect(429);
        await small.http.post('/api/v1/status').send(receipt).expect(200);
      }
    } finally {
      await small.stop();
    }
  });

  it('lets look-ups of a case wait after failures with its number, and never refuses the one who holds the code', async () => {
    const small = await startTestApp();
    try {
      const { receipt } = await register(small, (await buildTestCity(small)).clerk);
      const lookUp = (code: string) =>
        small.http.post('/api/v1/status').send({ number: receipt.number, code });
      for (let failure = 0; failure < 7; failure += 1) await lookUp('0000-0000-0000').expect(404);
      const started = performance.now();
      await lookUp(receipt.code).expect(200);
      // The eighth attempt: three beyond the five that are free, 200 ms for each. Timers may end a little early.
      expect(performance.now() - started).to.be.above(590);
    } finally {
      await small.stop();
    }
  });

  it('lets look-ups of a number that no case has wait just as long', async () => {
    const small = await startTestApp();
    try {
      const guess = () =>
        small.http.post('/api/v1/status').send({ number: '历工调〔2026〕9999号', code: 'x' });
      for (let failure = 0; failure < 6; failure += 1) await guess().expect(404);
      const started = performance.now();
      await guess().expect(404);
      expect(performance.now() - started).to.be.above(390);
    } finally {
      await small.stop();
    }
  });
});
