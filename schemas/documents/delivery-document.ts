import { Schema } from 'mongoose';
import { NOTICE_KINDS, type NoticeKind } from '../../server/domain/notices.ts';
import { CHANNELS, type ChannelName } from '../../server/domain/reminder-settings.ts';
import { indexed } from './indexed.ts';

/**
 * due: waits for its hour or its next attempt. claimed: a worker has it. sending: handed over, no answer yet. sent:
 * the other side took it. held: a crash or a broken line after hand-over left it in doubt. undelivered: failed for
 * good, and the row of the next channel has yet to be written. failed: so, and it is written where there is one.
 * skipped: no longer true when its turn came. given-up: a person decided so.
 */
export const DELIVERY_STATES = [
  'due',
  'claimed',
  'sending',
  'sent',
  'held',
  'undelivered',
  'failed',
  'skipped',
  'given-up',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What a person did with a row that stood still, and who it was. */
export interface DeliveryIntervention {
  id: string;
  at: Date;
  by: string;
  action: 'retry' | 'received' | 'given-up';
  note: string | null;
}

/** One notice to one addressee by one channel. Its id is a hash of what it is, so that writing it twice changes nothing. */
export interface DeliveryDocument {
  _id: string;
  caseId: string;
  /** The organisations that answered for the case when the row was written, as in the case. */
  organisationPath: string[];
  noticeKind: NoticeKind;
  noticeKey: string;
  /** Both null where nobody has the role that the notice is for. */
  accountId: string | null;
  workerId: string | null;
  channel: ChannelName;
  state: DeliveryState;
  /** Goes out with all others of this digest in one message; without it by itself. */
  digest?: string;
  /** When the notice fell due, and when it may next be tried. */
  dueAt: Date;
  nextAttemptAt: Date;
  attempts: number;
  /** Who holds it until when; the fence rises with each claim, so that a late worker's mark finds nothing. */
  leaseUntil: Date | null;
  fence: number;
  /** The last worker that claimed it, by the id that it logs, and when it began to hand the message over. */
  claimedBy: string | null;
  /** Of the batch of claims in which that was. */
  claimId: string | null;
  handedOverAt: Date | null;
  /** Known again by the other side, so that it may be sent again when it is in doubt. */
  repeatable: boolean;
  /** The row whose id the message bore, where several went out as one. */
  sentAs: string | null;
  /** As it was sent, sealed with the key of the case. */
  sentTo: string | null;
  subject: string | null;
  text: string | null;
  sentAt: Date | null;
  /** What became of it, in words: the other side's answer, the reason it was skipped, held or sent this way. */
  outcome: string | null;
  interventions: DeliveryIntervention[];
}

const intervention = new Schema<DeliveryIntervention>(
  { id: String, at: Date, by: String, action: String, note: String },
  { _id: false, strict: 'throw' },
);

export const deliverySchema = new Schema<DeliveryDocument>(
  {
    _id: String,
    caseId: { type: String, required: true },
    organisationPath: { type: [String], required: true },
    noticeKind: { type: String, enum: NOTICE_KINDS, required: true },
    noticeKey: { type: String, required: true },
    accountId: { type: String, default: null },
    workerId: { type: String, default: null },
    channel: { type: String, enum: CHANNELS, required: true },
    state: { type: String, enum: DELIVERY_STATES, required: true },
    digest: String,
    dueAt: { type: Date, required: true },
    nextAttemptAt: { type: Date, required: true },
    attempts: { type: Number, required: true },
    leaseUntil: { type: Date, default: null },
    fence: { type: Number, required: true },
    claimedBy: { type: String, default: null },
    claimId: { type: String, default: null },
    handedOverAt: { type: Date, default: null },
    repeatable: { type: Boolean, default: false },
    sentAs: { type: String, default: null },
    sentTo: { type: String, default: null },
    subject: { type: String, default: null },
    text: { type: String, default: null },
    sentAt: { type: Date, default: null },
    outcome: { type: String, default: null },
    interventions: { type: [intervention], default: [] },
  },
  { collection: 'deliveries', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

export const NEXT_ATTEMPT_INDEX = indexed(deliverySchema, { state: 1, nextAttemptAt: 1 });
deliverySchema.index({ state: 1, leaseUntil: 1 });
// What was sent for a case, by when it fell due.
export const OF_CASE_INDEX = indexed(deliverySchema, { caseId: 1, dueAt: 1 });
// Only of the rows that have one.
export const DIGEST_INDEX = indexed(deliverySchema, { digest: 1 }, { sparse: true });
// The list of a head: what stands still in the organisation and below.
export const OF_ORGANISATION_INDEX = indexed(deliverySchema, {
  organisationPath: 1,
  state: 1,
  nextAttemptAt: 1,
});
