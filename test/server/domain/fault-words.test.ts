import { expect } from 'chai';
import { DELIVERY_STATES } from '../../../schemas/documents/delivery-document.ts';
import { buildDocument } from '../../../server/api-document/build-document.ts';
import { OPERATIONS } from '../../../server/api-document/operations.ts';
import { ROW_FAULTS } from '../../../server/case-import/row-fault.ts';
import { consentLacks } from '../../../server/domain/consent-lacks.ts';
import { consentMissing } from '../../../server/domain/consent-to-hand-on.ts';
import { faultText } from '../../../server/domain/fault.ts';
import { FAULT_TEXTS, type FaultCode } from '../../../server/domain/fault-texts.ts';
import { CODED_PARAMS, inChineseWords } from '../../../server/domain/fault-words.ts';
import { FAULT_STATUS } from '../../../server/http/fault-status.ts';
import { STATUS_TITLES } from '../../../server/http/status-titles.ts';
import { worker } from '../../support/warned-case.ts';

/** What is written so in Chinese, too: names of standards, programs, headers and formats. */
const AS_IT_IS = new Set(
  'ASCII Authorization Bearer CSV Content-Type ETag Excel GB/T Idempotency-Key If-Match JSON METRICS_TOKEN OIDC_ISSUER UTF-8 UUID N/A xlsx true requestId YYYY-MM-DD application/json'.split(
    ' ',
  ),
);
const REQUEST = /(?:GET|POST) \/api\/v1\/[\w./{}-]+/g;

/** The names of all fields of all requests and answers. */
function fieldNames(part: unknown, found = new Set<string>()): Set<string> {
  if (typeof part !== 'object' || part === null) return found;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'properties') for (const name of Object.keys(Object(value))) found.add(name);
    fieldNames(value, found);
  }
  return found;
}

describe('what is said in Chinese', () => {
  const fields = fieldNames(
    buildDocument({ operations: OPERATIONS, language: 'zh', statusOf: FAULT_STATUS }),
  );
  const strayWords = (text: string): string[] =>
    (text.replaceAll(REQUEST, '').match(/[A-Za-z][\w/-]*/g) ?? []).filter(
      (word) => !AS_IT_IS.has(word) && !fields.has(word),
    );

  it('of faults has no English word but the names of fields, headers and formats', () => {
    expect(fields).to.include('jointClaims').and.not.include('in-mediation');
    expect(strayWords('案件处于 in-mediation 状态'), 'what the test looks for').to.deep.equal([
      'in-mediation',
    ]);
    const codes = Object.keys(FAULT_TEXTS).filter((code): code is FaultCode => code in FAULT_TEXTS);
    const strays = codes.map((code) => [code, strayWords(FAULT_TEXTS[code].zh.replaceAll(/\{\w+\}/g, ''))]);
    expect(strays.filter(([, words]) => words?.length !== 0)).to.deep.equal([]);
  });

  it('of lists, statuses and what a case lacks has none, either', () => {
    const withdrawn = {
      purpose: 'process' as const,
      givenOn: '2026-09-01',
      withdrawnOn: '2026-09-02',
      how: null,
    };
    const texts = [
      ...Object.values(ROW_FAULTS),
      ...Object.values(STATUS_TITLES),
      ...consentLacks({ workers: [worker({ consents: [withdrawn] })] }),
      ...consentMissing([worker()], 'transfer'),
    ].map(({ zh }) => zh.replaceAll(/\{\w+\}/g, ''));
    expect(texts).to.have.length.above(30);
    expect(texts.flatMap(strayWords)).to.deep.equal([]);
  });

  it('of roles, states, actions, grades and purposes is a word, and no code', () => {
    expect([...CODED_PARAMS.keys()]).to.include.members(['needed', 'state', 'open', 'grade', 'purpose']);
    for (const [param, words] of CODED_PARAMS) {
      expect(Object.values(words).flatMap(strayWords), param).to.deep.equal([]);
    }
    const untold = DELIVERY_STATES.filter((state) => inChineseWords('noticeState', state) === state);
    expect(untold).to.deep.equal([]);
  });

  it('stands in a sentence where English has the code', () => {
    const params = { action: 'agree', state: 'in-mediation', open: 'fail, record-session' };
    expect(faultText('action_not_open', 'zh', params))
      .to.contain('调解中')
      .and.contain('、记录一次调解会');
    expect(faultText('action_not_open', 'en', params)).to.contain('in-mediation');
    expect(faultText('not_permitted', 'zh', { needed: 'head, mediator' })).to.contain('负责人、调解员');
  });

  it('keeps what people wrote as they wrote it', () => {
    const params = { code: '370102', meaning: '山东省济南市历下区', name: 'accepted' };
    expect(faultText('place_contradicts_code', 'zh', params)).to.contain('accepted');
  });
});
