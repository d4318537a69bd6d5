import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { FACT_KINDS } from '../../../server/deadlines/fact-kinds.ts';
import { STEP_FACT_KINDS } from '../../../server/domain/fact.ts';
import { FACT_EFFECTS } from '../../../server/domain/fact-effects.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

type FactKind = (typeof FACT_KINDS)[number];

const effectOf = (kind: string, rule: string) =>
  FACT_KINDS.find((one) => one.kind === kind)?.effects.find((effect) => effect.rule === rule)?.does;

function rowOf({ kind, zh, en, effects, details, needs }: FactKind): string {
  const does = FACT_EFFECTS.flatMap((word) => {
    const rules = effects.filter((effect) => effect.does === word).map(({ rule }) => rule);
    return rules.length === 0 ? [] : [`${word} ${rules.join(', ')}`];
  });
  const told = details.map((detail) => (needs.includes(detail) ? `**\`${detail}\`**` : `\`${detail}\``));
  return `| \`${kind}\` | ${zh} | ${en} | ${does.join('; ') || '–'} | ${told.join(', ') || '–'} |`;
}

describe('the kinds of facts from outside', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.stop());

  it('are shown to everybody who has to choose one, with what each starts and ends', async () => {
    const { body } = await app.http.get('/api/v1/fact-kinds').expect(200);
    const set = body.factKinds.find(({ kind }: { kind: string }) => kind === 'hearing-set');
    expect(set).to.include({ zh: '确定开庭日期', en: 'the hearing was set' });
    expect(set.needs).to.deep.equal(['hearingOn']);
    expect(set.effects[0]).to.deep.equal({
      does: 'starts',
      rule: 'A5',
      zh: '送达开庭通知',
      en: 'notice of the hearing',
    });
  });

  it('say what they do by the rules, also where it depends on what is told', () => {
    expect(effectOf('award-extended', 'A6')).to.equal('extends');
    expect(effectOf('award-extended', 'M5-review')).to.equal(undefined);
    expect(effectOf('arbitration-applied', 'A9')).to.equal('starts');
    expect(effectOf('legal-aid-refused', 'A16-lawyer')).to.equal(undefined);
    expect(effectOf('obstacle-began', 'A1')).to.equal('pauses');
    expect(effectOf('award-in-force', 'A15-enforcement')).to.equal('starts');
  });

  it('are called otherwise than the steps of a case, and each otherwise than the others', () => {
    const kinds: string[] = FACT_KINDS.map(({ kind }) => kind);
    expect(kinds.filter((kind) => STEP_FACT_KINDS.some((step) => step === kind))).to.deep.equal([]);
    for (const language of ['zh', 'en'] as const) {
      const names = FACT_KINDS.map((kind) => kind[language]);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).to.deep.equal([]);
    }
  });

  it('stand in docs/facts.md, each with its row, and no other', () => {
    const lines = readFileSync('docs/facts.md', 'utf8').split('\n');
    expect(lines.filter((line) => line.startsWith('| `'))).to.deep.equal(FACT_KINDS.map(rowOf));
  });
});
