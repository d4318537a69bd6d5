import { expect } from 'chai';
import type { MediationCase } from '../../../server/domain/case.ts';
import type { CaseWorker } from '../../../server/domain/worker.ts';
import { type NoticeSubject, workersToTell } from '../../../server/domain/workers-to-tell.ts';
import { wages, warnedCase, worker } from '../../support/warned-case.ts';

const ON = '2026-09-16';
const DAY = { signed: ON, dueOn: '2026-10-15' };

/** Thirty of one group, of whom w0, w1 and w2 represent the others; `changes` by the id of a worker. */
function group(changes: Record<string, Partial<CaseWorker>> = {}): CaseWorker[] {
  return Array.from({ length: 30 }, (_, index) => {
    const id = `w${index}`;
    const representativeSince = index < 3 ? ON : null;
    return worker({
      id,
      claims: [{ ...wages(100), id: `claim-${id}` }],
      representativeSince,
      ...changes[id],
    });
  });
}

function agreement(
  changes: Partial<MediationCase['agreements'][number]>,
): MediationCase['agreements'][number] {
  return {
    id: 'agreement',
    terms: null,
    workerSignedOn: DAY.signed,
    respondentSignedOn: DAY.signed,
    mediatorSignedOn: DAY.signed,
    sealedOn: DAY.signed,
    inForceOn: DAY.signed,
    instalments: [
      { id: 'common', dueOn: DAY.dueOn, amountFen: 100, paidOn: null },
      { id: 'own', dueOn: DAY.dueOn, amountFen: 100, workerId: 'w7', paidOn: null },
    ],
    ...changes,
  };
}

const told = (changes: Partial<MediationCase>, about: NoticeSubject | null = null) =>
  workersToTell(warnedCase(changes), { about, rule: 'M8' }).map(({ id }) => id);

describe('of a group with representatives', () => {
  it('they are told what concerns the case as a whole', () => {
    expect(told({ workers: group() })).to.deep.equal(['w0', 'w1', 'w2']);
  });

  it('each is told of a claim and of an instalment of their own', () => {
    const subject = { workers: group(), agreements: [agreement({})] };
    expect(told(subject, { field: 'claimId', id: 'claim-w7' })).to.deep.equal(['w7']);
    expect(told(subject, { field: 'instalmentId', id: 'own' })).to.deep.equal(['w7']);
  });

  it('they are told of an instalment and an agreement of all', () => {
    const subject = { workers: group(), agreements: [agreement({})] };
    for (const about of [
      { field: 'instalmentId', id: 'common' },
      { field: 'agreementId', id: 'agreement' },
    ] as const) {
      expect(told(subject, about)).to.deep.equal(['w0', 'w1', 'w2']);
    }
  });

  it('those whom an agreement binds are told of it, each where no representative is among them', () => {
    const subject = { workers: group(), agreements: [agreement({ workerIds: ['w8', 'w9'] })] };
    expect(told(subject, { field: 'instalmentId', id: 'common' })).to.deep.equal(['w8', 'w9']);
  });

  it('who went another way than they did is told, too', () => {
    const settled = { outcome: { kind: 'settled' as const, on: ON } };
    const changes = { w0: settled, w1: settled, w2: settled, w5: settled };
    const others = Array.from({ length: 27 }, (_, index) => `w${index + 3}`).filter((id) => id !== 'w5');
    expect(told({ workers: group(changes) })).to.deep.equal(['w0', 'w1', 'w2', ...others]);
  });

  it('a mandate ends with the one who held it', () => {
    const left = { left: { on: ON, reason: '退出' } };
    expect(told({ workers: group({ w0: left }) })).to.deep.equal(['w1', 'w2']);
    expect(told({ workers: group({ w0: left, w1: left, w2: left }) })).to.have.length(27);
  });

  it('all are told where nobody was chosen', () => {
    const nobody = { representativeSince: null };
    expect(told({ workers: group({ w0: nobody, w1: nobody, w2: nobody }) })).to.have.length(30);
  });
});
