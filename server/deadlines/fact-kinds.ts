import type { Bilingual } from '../domain/bilingual.ts';
import { ruleOf } from '../domain/deadline-rules.ts';
import { effectsOf, type FactEffect } from '../domain/fact-effects.ts';
import type { FactDetail } from '../domain/outside-facts/outside-fact.ts';
import {
  detailsOf,
  neededDetailsOf,
  OUTSIDE_FACT_KINDS,
  OUTSIDE_FACTS,
  type OutsideFactKind,
} from '../domain/outside-facts.ts';

/** A kind of fact from outside, for the person who has to choose one. */
export interface FactKindView extends Bilingual {
  kind: OutsideFactKind;
  /** What it starts, starts again, stops, extends or ends, with the name of each rule. */
  effects: (FactEffect & Bilingual)[];
  /** What may be told of it beside its day, and what must be. */
  details: readonly FactDetail[];
  needs: readonly FactDetail[];
}

/** Every kind, in the order of the tables: the dispute, arbitration, courts, authorities. */
export const FACT_KINDS: readonly FactKindView[] = OUTSIDE_FACT_KINDS.map((kind) => ({
  kind,
  ...OUTSIDE_FACTS[kind].name,
  effects: effectsOf(kind).map((effect) => ({ ...effect, ...ruleOf(effect.rule).name })),
  details: detailsOf(kind),
  needs: neededDetailsOf(kind),
}));
