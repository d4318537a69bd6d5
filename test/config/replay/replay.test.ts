import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { type PublishedCase, readPublished } from '../../../config/replay/published-case.ts';
import { type ReplayStaff, replayCase } from '../../../config/replay/replay-case.ts';
import { reportOf } from '../../../config/replay/replay-report.ts';
import { replayStaff } from '../../support/replay-staff.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const file = path.join(import.meta.dirname, 'real-cases.json');
const cases = readPublished(JSON.parse(readFileSync(file, 'utf8'))).readable;

describe('the replay of published cases', () => {
  let app: TestApp;
  let staff: ReplayStaff;
  before(async () => {
    app = await startTestApp({ at: '2026-11-01T10:00:00+08:00' });
    staff = await replayStaff(app);
  });
  after(() => app.stop());

  for (const published of cases) {
    it(`takes ${published.id} in whole`, async () => {
      const report = reportOf(await replayCase(published, staff));
      expect(report.unplaced).to.deep.equal([]);
      expect(report.refused).to.deep.equal([]);
      expect(report.recorded).to.equal(report.facts).and.to.be.above(20);
    });
  }

  const [first, , third] = cases;
  if (first === undefined || third === undefined) throw new Error('The file has too few cases.');

  it('ends each worker of a group in their own way', async () => {
    const { shown } = await replayCase(third, staff);
    const outcomes = shown?.workers.map(({ outcome }) => outcome?.kind);
    const count = (kind: string) => outcomes?.filter((one) => one === kind).length;
    expect(outcomes).to.have.length(48);
    expect([count('withdrawn'), count('settled'), count('handed-to-arbitration')]).to.deep.equal([12, 32, 4]);
  });

  it('takes a case in without a code that stands for another place than its name, and names the code', async () => {
    const place = { province: '山东省', city: '济南市', county: '历下区', gb2260: '370103' };
    const report = reportOf(await replayCase({ ...first, id: 'odd-000', place }, staff));
    expect(report.refused).to.deep.equal([]);
    expect(report.unplaced).to.deep.equal([{ path: 'odd-000/place/gb2260', value: '370103' }]);
  });

  it('knows what happened outside by the name of the fact or as pages call it, before and after it came', async () => {
    const told = [
      'legal aid',
      'applied',
      'inspection-complained',
      'notAccepted',
      'sued',
      'hearing',
      'appeal',
    ];
    const events = told.map((what, index) => ({ on: `2026-05-0${index + 1}`, what, detail: null }));
    const played = await replayCase({ ...first, id: 'odd-002', events }, staff);
    const report = reportOf(played);
    expect(report.refused).to.deep.equal([]);
    expect(report.unplaced.filter(({ path: where }) => where.includes('/events/'))).to.deep.equal([]);
    expect(played.shown?.timeline.map(({ kind }) => kind)).to.include.members([
      'legal-aid-given',
      'inspection-complained',
      'refused-elsewhere',
      'suit-filed',
      'hearing-held',
      'appeal-filed',
    ]);
  });

  it('names a fact that no field was made for, an event that it does not know and one that was refused', async () => {
    const odd: PublishedCase = {
      ...first,
      id: 'odd-001',
      weather: 'rain',
      events: [
        { on: '2026-05-01', what: 'applied', detail: 'comes to the counter' },
        { on: '2026-05-02', what: 'eclipse', detail: 'the sun goes dark' },
        { on: '2099-01-01', what: 'mediation-session', detail: 'has not come yet' },
      ],
    };
    const report = reportOf(await replayCase(odd, staff));
    expect(report.unplaced.map(({ path: where }) => where)).to.include.members([
      'odd-001/weather',
      'odd-001/events/1/what',
      'odd-001/events/2/what',
    ]);
    expect(report.refused[0]).to.include({ case: 'odd-001', step: 'record-session', status: 422 });
  });
});
