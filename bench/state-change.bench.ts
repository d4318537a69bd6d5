import { deepEqual, equal } from 'node:assert/strict';
import type { CaseDocument } from '../schemas/documents/case-document.ts';
import { type BenchCity, mediatedCase, withBenchCity } from './data/bench-city.ts';
import { copyCases } from './data/copy-cases.ts';
import type { BenchRun, Measure } from './frame/bench-run.ts';
import { compareTurns, ratesOf, type Turn } from './frame/compare-turns.ts';
import { driverTurn, httpTurn } from './frame/take-turn.ts';
import type { Session } from './sides/session-update.ts';

const CHANGES = 1000;
const RECORD = '双方到场，核对了考勤和工资条，约定再次调解。';
const NOTE =
  'ours: record-session over the whole API, login checked and the case shown; peer: node:http + the same conditional ' +
  'updateOne, the record not sealed; limit: that updateOne in a loop; 16 at a time, each case changed once, one fresh process a turn and ' +
  'one for the load';

const SIDES = ['ours', 'peer', 'limit'] as const;
type SideName = (typeof SIDES)[number];

interface Work {
  warmUp: Session[];
  items: Session[];
  /** After the warm-up, before the clock starts. */
  check: () => Promise<void>;
}

/** A mediator records a session: the service, against node:http with one conditional update, and that update alone. */
export const measure: Measure = async (run) => {
  const services = await run.services();
  return withBenchCity(services, 'change', (city) => measureIn(city, run));
};

async function measureIn(city: BenchCity, run: BenchRun) {
  const changes = run.operations ?? CHANGES;
  const warmUps = Math.ceil(changes / 2);
  const { id } = await mediatedCase(city, []);
  const count = SIDES.length * run.rounds * (warmUps + changes);
  const untouched = await untouchedSessions(city, { id, count });
  const sides = await sidesOf(city, id);
  const left: object[] = [];
  const turn = (side: SideName) => async () => {
    const work = { warmUp: untouched.splice(0, warmUps), items: untouched.splice(0, changes) };
    const check = async () => {
      left.push(await whatIsLeft(city, work.warmUp[0]));
      deepEqual(left.at(-1), left[0]);
    };
    const taken = await sides[side]({ ...work, check });
    await checkChanged(city, [...work.warmUp, ...work.items]);
    if (side === 'ours') await checkRecorded(city, work.items[0]);
    return taken;
  };
  const turns = { ours: turn('ours'), peers: { peer: turn('peer') }, limit: turn('limit') };
  const { engine } = city;
  const figure = ratesOf('changes');
  return compareTurns({ name: 'state-change', engine, figure, note: NOTE, sides: turns }, run);
}

/** Cases that nobody has changed yet, each with the session that is to be recorded on it. */
async function untouchedSessions(
  { connection, today, use }: BenchCity,
  wanted: { id: string; count: number },
): Promise<Session[]> {
  const copies = await copyCases({ connection, sealing: use.sealing }, wanted);
  return copies.map(({ _id, version }) => ({ id: _id, version, heldOn: today, record: RECORD }));
}

type DoWork = (work: Work) => Promise<Turn>;

async function sidesOf(city: BenchCity, id: string): Promise<Record<SideName, DoWork>> {
  const original = await casesOf(city).findOne({ _id: id });
  const { mongodbUri, webApp, mediator, mediatorToken } = city;
  const start = {
    mongodbUri,
    recordedBy: mediator.accountId,
    nextNoticeAt: original?.nextNoticeAt?.toISOString() ?? null,
  };
  const asRequest = ({ version, ...rest }: Session) => ({
    path: `/api/v1/cases/${rest.id}/actions/record-session`,
    headers: { authorization: `Bearer ${mediatorToken}`, 'if-match': `"${version}"` },
    body: JSON.stringify({ heldOn: rest.heldOn, record: rest.record }),
  });
  const overHttp =
    (server: BenchCity['webApp'] | { side: string; start: object }): DoWork =>
    ({ warmUp, items, check }) =>
      httpTurn(server, { warmUp: warmUp.map(asRequest), items: items.map(asRequest), check });
  return {
    ours: overHttp(webApp),
    peer: overHttp({ side: 'bare-change', start }),
    limit: (work) => driverTurn({ side: 'driver-change', start, ...work }),
  };
}

/** What differs from case to case, and the record, which only the service seals. */
const OWN = [
  '_id',
  'number',
  'numberKey',
  'dataKey',
  'summary',
  'sealed',
  'note',
  'registeredOrder',
  'dueOrder',
  'numberOrder',
  'registeredPlaces',
  'duePlaces',
  'numberPlaces',
];

/** A case after its session, but for what is its own, ids and the instant: the same whoever recorded it. */
async function whatIsLeft(city: BenchCity, session: Session | undefined): Promise<object> {
  const changed = await casesOf(city).findOne({ _id: session?.id ?? '' });
  if (changed === null) throw new Error('The case that was changed is gone.');
  const same = { ...changed, timeline: changed.timeline.map(({ id, recordedAt, ...fact }) => fact) };
  return JSON.parse(JSON.stringify(same, (name, value) => (OWN.includes(name) ? undefined : value)));
}

/** After a turn: every case of it is one version and one session further. */
async function checkChanged(city: BenchCity, sessions: readonly Session[]): Promise<void> {
  const version = (sessions[0]?.version ?? 0) + 1;
  const ids = sessions.map(({ id }) => id);
  const changed = await casesOf(city).countDocuments({
    _id: { $in: ids },
    version,
    'timeline.kind': 'session-held',
  });
  equal(changed, sessions.length);
}

/** That the service opens what it has sealed. */
async function checkRecorded({ use }: BenchCity, session: Session | undefined): Promise<void> {
  const subject = await use.cases.find(session?.id ?? '', {});
  equal(subject?.timeline.at(-1)?.note, RECORD);
}

function casesOf({ connection }: BenchCity) {
  return connection.collection<CaseDocument>('cases');
}
