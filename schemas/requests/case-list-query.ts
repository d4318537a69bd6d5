import { z } from 'zod';
import { CASE_STATES } from '../../server/domain/case-state.ts';
import { CAUSE_CODES } from '../../server/domain/causes.ts';
import { WARNING_GRADES } from '../../server/domain/warning-grade.ts';
import { legalDay, pageCursor, pageLimit, shortText, uuid } from './fields.ts';
import { says } from './says.ts';

export const CASE_SORTS = [
  '-registeredAt',
  'registeredAt',
  'nextDueOn',
  '-nextDueOn',
  'number',
  '-number',
] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

const SEPARATOR = ',';
const states = new Set<string>(CASE_STATES);

/** A search has its own order and no pages; a filter that it left out in silence would be taken for one that holds. */
const SEARCHED_BY = new Set(['q', 'limit']);
const NOT_WITH_Q = says({
  en: 'does not go with q, which searches all that you may see: leave one of them out',
  zh: '不能与 q 同时使用（q 检索您有权查看的全部案件）：请去掉其中一项',
});

/** Which cases, in which order, from where on. All that is given must hold. */
export const caseListQuery = z
  .strictObject({
    q: shortText.meta({
      description: 'searches instead: number, name, initials, telephone, identity number, credit code',
    }),
    state: z
      .string()
      .refine(
        (text) => text.split(SEPARATOR).every((state) => states.has(state)),
        says({
          en: `must be states, with commas between them: ${CASE_STATES.join(', ')}`,
          zh: `须为以逗号分隔的状态：${CASE_STATES.join('、')}`,
        }),
      )
      .transform((text) => text.split(SEPARATOR))
      .meta({ description: 'one of these states, with commas between them' }),
    mediator: z
      .union(
        [uuid, z.literal('nobody')],
        says({ en: 'must be the id of an account, or nobody', zh: '须为账号的 id，或 nobody' }),
      )
      .meta({ description: 'the id of an account, or nobody' }),
    organisation: uuid.meta({ description: 'this organisation and all below it' }),
    cause: z.enum(CAUSE_CODES),
    crossRegion: z.enum(['true', 'false']),
    warning: z.enum(WARNING_GRADES).meta({ description: 'the grade that the case is under now' }),
    workersAtLeast: z.coerce.number().int().min(1).max(1000),
    registeredFrom: legalDay,
    registeredTo: legalDay.meta({ description: 'this day included' }),
    dueBefore: legalDay.meta({ description: 'the next day due lies before this day' }),
    overdue: z.literal('true').meta({ description: 'the next day due has passed' }),
    sort: z.enum(CASE_SORTS).meta({
      description:
        'with a minus: the last first. Left out: -registeredAt, or nextDueOn with dueBefore or overdue',
    }),
    cursor: pageCursor,
  })
  .partial()
  .safeExtend({ limit: pageLimit })
  .superRefine((query, context) => {
    if (query.q === undefined) return;
    for (const name of Object.keys(query).filter((key) => !SEARCHED_BY.has(key))) {
      context.addIssue({ code: 'custom', path: [name], message: NOT_WITH_Q.error });
    }
  });
export type CaseListQuery = z.infer<typeof caseListQuery>;
