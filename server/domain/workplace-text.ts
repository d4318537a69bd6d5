import type { Bilingual } from './bilingual.ts';
import type { MediationCase } from './case.ts';

/** Where the work was done, for a notice. */
export function workplaceText({ workplace }: Pick<MediationCase, 'workplace'>): Bilingual {
  return workplace === null
    ? { zh: '尚不清楚', en: 'a place not known yet' }
    : { zh: workplace.name, en: workplace.name };
}
