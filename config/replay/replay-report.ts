import { checkedFacts } from './placed-facts.ts';
import type { RefusedStep, ReplayedCase } from './replay-case.ts';

export interface ReplayReport {
  cases: number;
  facts: number;
  recorded: number;
  unplaced: { path: string; value: unknown }[];
  refused: RefusedStep[];
}

/** One case: how many facts it holds, how many came out of the API again, which did not and what was refused. */
export function reportOf(played: ReplayedCase): ReplayReport {
  const facts = checkedFacts(played);
  return {
    cases: 1,
    facts: facts.length,
    recorded: facts.filter(({ recorded }) => recorded).length,
    unplaced: facts.flatMap(({ path, value, recorded }) => (recorded ? [] : [{ path, value }])),
    refused: played.refused,
  };
}

/** A case that is not of the shape: nothing of it went in. */
export function unreadableReport({ id, fault }: { id: string; fault: string }): ReplayReport {
  const refused = [{ case: id, step: 'read', status: 0, detail: fault }];
  return { cases: 1, facts: 0, recorded: 0, unplaced: [], refused };
}

export function totalOf(reports: readonly ReplayReport[]): ReplayReport {
  return {
    cases: sum(reports.map(({ cases }) => cases)),
    facts: sum(reports.map(({ facts }) => facts)),
    recorded: sum(reports.map(({ recorded }) => recorded)),
    unplaced: reports.flatMap(({ unplaced }) => unplaced),
    refused: reports.flatMap(({ refused }) => refused),
  };
}

/** A case for people: one line, and a line for each fact without a place and each step that was refused. */
export function readableReport(id: string, state: string, report: ReplayReport): string[] {
  return [
    `${id}  ${report.recorded} of ${report.facts} facts recorded, ends as ${state}`,
    ...report.unplaced.map(({ path, value }) => `    no place for ${path}: ${JSON.stringify(value)}`),
    ...report.refused.map(({ step, status, detail }) => `    refused ${step} (${status}): ${detail}`),
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
