import type { MediationCase } from '../../server/domain/case.ts';
import { wages, warnedCase, worker } from './warned-case.ts';

export const ON = '2026-11-10';
export const ID = {
  worker: '11111111-1111-4111-8111-111111111111',
  other: '22222222-2222-4222-8222-222222222222',
  respondent: '33333333-3333-4333-8333-333333333333',
  agreement: '44444444-4444-4444-8444-444444444444',
  instalment: '55555555-5555-4555-8555-555555555555',
  duty: '66666666-6666-4666-8666-666666666666',
  referral: '77777777-7777-4777-8777-777777777777',
  claim: '88888888-8888-4888-8888-888888888888',
  fact: '99999999-9999-4999-8999-999999999999',
  helper: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb',
  mediator: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
};
export const SIGNED = { workerSignedOn: ON, respondentSignedOn: ON, mediatorSignedOn: ON, sealedOn: ON };
export const HELPER: NonNullable<MediationCase['workers'][number]['helpers']>[number] = {
  id: ID.helper,
  kind: 'relative',
  name: '李四',
  phone: null,
  maySeeCase: true,
  maySettle: false,
  grantedOn: ON,
  revokedOn: null,
};

const AGREEMENT: MediationCase['agreements'][number] = {
  id: ID.agreement,
  terms: '分期支付。',
  ...SIGNED,
  inForceOn: ON,
  instalments: [{ id: ID.instalment, dueOn: '2026-11-12', amountFen: 100_000, paidOn: null }],
  duties: [{ id: ID.duty, duty: '恢复工作岗位', checkOn: '2026-11-30', doneOn: null }],
};

const OFFERED: NonNullable<MediationCase['transfers']>[number] = {
  id: 'transfer',
  to: '德州市总工会',
  reason: '职工已返乡',
  consentOn: ON,
  offeredOn: ON,
  stateBefore: 'in-mediation',
  answer: null,
  answeredOn: null,
  answerReason: null,
};

/** A case of two workers with something of everything, so that each action finds what it is about. */
export function livedCase(changes: Partial<MediationCase> = {}): MediationCase {
  return warnedCase({
    receivedOn: '2026-11-02',
    workers: [
      worker({ id: ID.worker, claims: [{ ...wages(100_000), id: ID.claim }] }),
      worker({ id: ID.other }),
    ],
    respondents: [
      { id: ID.respondent, kind: 'employer', name: '某公司', creditCode: null, registeredAt: null },
    ],
    agreements: [AGREEMENT],
    referrals: [
      {
        id: ID.referral,
        purpose: 'legal-aid',
        to: '法律援助中心',
        why: '需要律师',
        workerId: null,
        consentOn: ON,
        sentOn: ON,
        answerDueOn: null,
        answeredOn: null,
        answer: null,
      },
    ],
    transfers: [OFFERED],
    timeline: [
      {
        id: ID.fact,
        kind: 'registered',
        happenedOn: '2026-11-02',
        recordedAt: new Date('2026-11-02T10:00:00+08:00'),
        recordedBy: 'clerk',
        note: null,
      },
    ],
    ...changes,
  });
}
