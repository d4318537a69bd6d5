import type { ActionInputs, ActionName } from '../domain/case-actions.ts';
import type { Place } from '../domain/place.ts';
import type { NewRespondent } from '../domain/respondent.ts';
import type { Command } from '../domain/transition.ts';
import type { NewWorker } from '../domain/worker.ts';
import { checkPlace } from '../places/check-place.ts';
import { completedPlace } from '../places/region-table.ts';

export function completedOrNull(place: Place | null): Place | null {
  return place === null ? null : completedPlace(place);
}

export function completedWorker<Worker extends Pick<NewWorker, 'origin'>>(worker: Worker): Worker {
  return { ...worker, origin: completedOrNull(worker.origin) };
}

export function completedRespondent<Row extends Pick<NewRespondent, 'registeredAt'>>(row: Row): Row {
  return { ...row, registeredAt: completedOrNull(row.registeredAt) };
}

/** @throws Fault where a code stands for another place than the name beside it */
export function checkWorkerPlaces(workers: readonly Pick<NewWorker, 'origin'>[]): void {
  for (const [index, { origin }] of workers.entries()) checkPlace(origin, `/workers/${index}/origin`);
}

function withPlace<Field extends string, Changes extends { [Key in Field]?: Place | null }>(
  changes: Changes,
  field: Field,
): Changes {
  const place = changes[field];
  if (place === undefined) return changes;
  checkPlace(place, `/changes/${field}`);
  return { ...changes, [field]: completedOrNull(place) };
}

/** The actions that bring places with them. */
const COMPLETING: { readonly [Name in ActionName]?: (input: ActionInputs[Name]) => ActionInputs[Name] } = {
  'add-workers': (input) => {
    checkWorkerPlaces(input.workers);
    return { ...input, workers: input.workers.map(completedWorker) };
  },
  'correct-worker': ({ changes, ...input }) => ({ ...input, changes: withPlace(changes, 'origin') }),
  'correct-respondent': ({ changes, ...input }) => ({
    ...input,
    changes: withPlace(changes, 'registeredAt'),
  }),
  'add-respondent': (input) => {
    checkPlace(input.respondent.registeredAt, '/respondent/registeredAt');
    return { ...input, respondent: completedRespondent(input.respondent) };
  },
};

/**
 * A command whose places have their codes by their names, or their names by their codes, as those of a registration.
 * @throws Fault where a code stands for another place than the name beside it
 */
export function withCompletedPlaces<Name extends ActionName>({ name, input }: Command<Name>): Command<Name> {
  const complete = COMPLETING[name];
  return { name, input: complete === undefined ? input : complete(input) };
}
