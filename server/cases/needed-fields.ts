import { z } from 'zod';
import { actionRequests } from '../../schemas/requests/action-requests.ts';
import { ACTION_NAMES, type ActionName } from '../domain/case-actions.ts';

/** The fields that the body of each action must hold; the others have a default. */
const NEEDED = new Map(ACTION_NAMES.map((name) => [name, requiredOf(actionRequests[name])]));

export function neededFields(name: ActionName): readonly string[] {
  return NEEDED.get(name) ?? [];
}

function requiredOf(schema: z.ZodType): readonly string[] {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }).required ?? [];
}
