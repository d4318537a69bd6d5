import { z } from 'zod';
import { NOTICE_KINDS } from '../../server/domain/notices.ts';
import { DELIVERY_STATES } from '../documents/delivery-document.ts';
import { instant, nextCursor } from './answer-fields.ts';

const withText = { description: 'for those who may read the case' };

export const deliveryAnswer = z
  .strictObject({
    id: z.string(),
    caseId: z.uuid(),
    noticeKind: z.enum(NOTICE_KINDS),
    noticeKey: z.string(),
    channel: z.string(),
    state: z.enum(DELIVERY_STATES),
    dueAt: instant,
    nextAttemptAt: instant,
    attempts: z.int(),
    handedOverAt: instant.nullable(),
    sentAt: instant.nullable(),
    claimedBy: z.string().nullable(),
    sentAs: z.string().nullable().meta({ description: 'the row whose id the message bore' }),
    outcome: z.string().nullable(),
    interventions: z.array(
      z.strictObject({
        id: z.uuid(),
        at: instant,
        by: z.uuid(),
        action: z.enum(['retry', 'received', 'given-up']),
        note: z.string().nullable(),
      }),
    ),
    accountId: z.uuid().nullable().optional().meta(withText),
    workerId: z.uuid().nullable().optional().meta(withText),
    sentTo: z.string().nullable().optional().meta(withText),
    subject: z.string().nullable().optional().meta(withText),
    text: z.string().nullable().optional().meta(withText),
  })
  .meta({ id: 'Delivery' });

export const deliveryListAnswer = z.strictObject({ deliveries: z.array(deliveryAnswer), nextCursor });
