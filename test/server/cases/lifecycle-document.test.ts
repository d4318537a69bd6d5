import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { neededFields } from '../../../server/cases/needed-fields.ts';
import type { CaseAction } from '../../../server/domain/actions/case-action.ts';
import { BESIDE_ARBITRATION, isArbitrationState } from '../../../server/domain/arbitration-part.ts';
import { ACTION_NAMES, CASE_ACTIONS } from '../../../server/domain/case-actions.ts';
import { CASE_STATES, type CaseState, OPEN_STATES } from '../../../server/domain/case-state.ts';

const root = path.join(import.meta.dirname, '../../..');
const document = readFileSync(path.join(root, 'docs/lifecycle.md'), 'utf8');

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && other.every((state) => one.includes(state));

function fromText(from: readonly CaseState[]): string {
  if (isSame(from, CASE_STATES)) return 'any';
  if (isSame(from, OPEN_STATES)) return 'any open state';
  if (
    isSame(
      from,
      CASE_STATES.filter((state) => state !== 'archived'),
    )
  )
    return 'any but archived';
  const own = from.filter((state) => !BESIDE_ARBITRATION.includes(state));
  const isBeside =
    own.length > 0 &&
    own.every(isArbitrationState) &&
    BESIDE_ARBITRATION.every((state) => from.includes(state));
  return isBeside ? `${own.join(', ')}; or some are there` : from.join(', ');
}

describe('the table of the lifecycle in docs/lifecycle.md', () => {
  for (const name of ACTION_NAMES) {
    it(`has the row of ${name} as the code has it`, () => {
      const { from, by }: CaseAction<never> = CASE_ACTIONS[name];
      const needs = neededFields(name).map((field) => `\`${field}\``);
      const row = `| \`${name}\` | ${fromText(from)} | ${by.join(', ')} | ${needs.join(', ') || '–'} |`;
      expect(document.split('\n')).to.include(row);
    });
  }
});
