import { expect } from 'chai';
import type { ActionName } from '../../server/domain/case-actions.ts';
import type { TestApp } from './test-app.ts';
import type { TestPerson } from './test-city.ts';

/** A migrant worker from Dezhou, unpaid by an employer in Shanghai for work in Jinan. */
export function caseRequest(changes: Record<string, unknown> = {}) {
  return {
    channel: 'telephone',
    receivedOn: '2026-09-16',
    workers: [
      {
        name: '王建国',
        phone: '13800001234',
        origin: { regionCode: '371402', name: '德州市德城区' },
        categories: ['migrant'],
        claims: [{ cause: 'wages', claimedFen: 1_250_000 }],
      },
    ],
    respondents: [
      {
        kind: 'employer',
        name: '上海某建筑劳务有限公司',
        registeredAt: { regionCode: '310115', name: '上海市浦东新区' },
      },
    ],
    workplace: { regionCode: '370102', name: '济南市历下区' },
    summary: '2026年3月至8月的工资没有支付。',
    rightKnownOn: '2026-09-01',
    consentToProcessOn: '2026-09-16',
    ...changes,
  };
}

export async function register(
  { http }: Pick<TestApp, 'http'>,
  by: TestPerson,
  changes: Record<string, unknown> = {},
) {
  const answer = await http
    .post('/api/v1/cases')
    .set('Authorization', `Bearer ${by.token}`)
    .send(caseRequest(changes));
  expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
  return answer.body as { case: ShownCase; receipt: { number: string; code: string } };
}

/** What the tests read of a shown case. */
export interface ShownCase {
  id: string;
  number: string;
  version: number;
  state: string;
  crossRegion: boolean;
  openActions: ActionName[];
  actions: {
    name: string;
    needs: string[];
    lacks: { code: string; zh: string; en: string }[];
    proposed: { zh: string; en: string } | null;
  }[];
  deadlines: {
    rule: string;
    state: string;
    dueOn: string | null;
    cautiousOn: string | null;
    zh: string;
    en: string;
  }[];
  agreements: {
    instalments: { id: string; dueOn: string; paidOn: string | null }[];
    duties: { id: string }[];
  }[];
  timeline: { kind: string; happenedOn: string }[];
  respondents: { id: string }[];
  workplace: { regionCode: string; name: string };
}

/** Asks for an action, as a client that has just read the case. */
export function act(
  { http }: Pick<TestApp, 'http'>,
  by: TestPerson,
  subject: Pick<ShownCase, 'id' | 'version'>,
) {
  return (action: ActionName, input: object) =>
    http
      .post(`/api/v1/cases/${subject.id}/actions/${action}`)
      .set('Authorization', `Bearer ${by.token}`)
      .set('If-Match', `"${subject.version}"`)
      .send(input);
}

/** Does an action that must succeed and gives the case as it is then. */
export async function done(request: ReturnType<ReturnType<typeof act>>): Promise<ShownCase> {
  const answer = await request;
  expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
  return answer.body;
}
