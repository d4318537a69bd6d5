import type { ActionInputs, ActionName } from '../domain/case-actions.ts';
import type { Place } from '../domain/place.ts';
import type { NewRespondent } from '../domain/respondent.ts';
import type { Command } from '../domain/transition.ts';
import type { NewWorker } from '../domain/worker.ts';
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

/** The actions that bring places with them. */
const COMPLETING: { readonly [Name in ActionName]?: (input: ActionInputs[Name]) => ActionInputs[Name] } = {
  'add-workers': (input) => ({ ...input, workers: input.workers.map(completedWorker) }),
  'add-respondent': (input) => ({ ...input, respondent: completedRespondent(input.respondent) }),
};

/** A command whose places have their codes by their names, or their names by their codes, as those of a registration. */
export function withCompletedPlaces<Name extends ActionName>({ name, input }: Command<Name>): Command<Name> {
  const complete = COMPLETING[name];
  return { name, input: complete === undefined ? input : complete(input) };
}
