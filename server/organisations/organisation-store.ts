import type { Connection } from 'mongoose';
import {
  type OrganisationDocument,
  organisationSchema,
} from '../../schemas/documents/organisation-document.ts';
import { atVersion, NEXT_VERSION } from '../database/at-version.ts';
import { isDuplicateKey } from '../database/database-errors.ts';
import { shareReads } from '../database/share-reads.ts';
import { Fault } from '../domain/fault.ts';
import type { Organisation } from '../domain/organisation.ts';
import { DEFAULT_REMINDER_SETTINGS } from '../domain/reminder-settings.ts';
import type { RetentionRule } from '../domain/retention.ts';
import type { WarningRules } from '../domain/warning-rules.ts';

/** What can be changed of an organisation. */
export type OrganisationEdit = Partial<
  Pick<
    Organisation,
    | 'name'
    | 'phone'
    | 'secondFactorRoles'
    | 'noticeHours'
    | 'caseNumberPattern'
    | 'regionCode'
    | 'legalFooting'
  >
>;

export interface OrganisationPage {
  limit: number;
  after: string | null;
}

export type OrganisationStore = ReturnType<typeof createOrganisationStore>;

/** The only reader and writer of organisations. */
export function createOrganisationStore(connection: Connection) {
  const organisations = connection.model('Organisation', organisationSchema);

  /** @throws Fault `number_pattern_taken` */
  async function insert({ id, ...rest }: Organisation): Promise<void> {
    await withPatternOfItsOwn(() => organisations.create([{ ...rest, _id: id }]));
  }

  /** Nearly all that happens asks for the same few; those who ask at the same time share the read. */
  const find = shareReads(async (id: string): Promise<Organisation | null> => {
    const document = await organisations.findById(id).lean();
    return document === null ? null : toOrganisation(document);
  });

  async function withIds(ids: readonly string[]): Promise<Organisation[]> {
    return (await organisations.find({ _id: { $in: ids } }).lean()).map(toOrganisation);
  }

  /** Null where it is no longer at the version that was seen. */
  async function setReminders(
    id: string,
    seen: number,
    changes: Pick<Organisation, 'reminderSettings' | 'formerReminderRows'>,
  ): Promise<Organisation | null> {
    return change(id, seen, changes);
  }

  async function setEventsSince(id: string, eventsSince: Date | null): Promise<void> {
    await organisations.updateOne({ _id: id }, { $set: { eventsSince }, ...NEXT_VERSION });
  }

  /** By id, which tells nothing and never changes. */
  async function page({ after, limit }: OrganisationPage): Promise<Organisation[]> {
    const further = after === null ? {} : { _id: { $gt: after } };
    return (await organisations.find(further).sort({ _id: 1 }).limit(limit).lean()).map(toOrganisation);
  }

  async function inRegions(regionCodes: readonly string[]): Promise<Organisation[]> {
    return (await organisations.find({ regionCode: { $in: regionCodes } }).lean()).map(toOrganisation);
  }

  /** The ids of an organisation and all below it. */
  async function idsBelow(id: string): Promise<string[]> {
    return (await organisations.find({ path: id }, { _id: 1 }).lean()).map(({ _id }) => _id);
  }

  /** Null where it is no longer at the version that was seen. @throws Fault `number_pattern_taken` */
  async function edit(id: string, seen: number, changes: OrganisationEdit): Promise<Organisation | null> {
    return withPatternOfItsOwn(() => change(id, seen, changes));
  }

  async function change(
    id: string,
    seen: number,
    changes: Partial<Organisation>,
  ): Promise<Organisation | null> {
    const document = await organisations
      .findOneAndUpdate(atVersion(id, seen), { $set: changes, ...NEXT_VERSION }, { returnDocument: 'after' })
      .lean();
    return document === null ? null : toOrganisation(document);
  }

  /** Adds rules, in the place of those that would hold from the same day; null where there is no such organisation. */
  async function setFromDay(
    id: string,
    field: 'warningRules' | 'retentionRules',
    rules: WarningRules | RetentionRule,
  ): Promise<Organisation | null> {
    const others = {
      $filter: { input: { $ifNull: [`$${field}`, []] }, cond: { $ne: ['$$this.fromOn', rules.fromOn] } },
    };
    const there = { $in: [{ $literal: rules }, { $ifNull: [`$${field}`, []] }] };
    // The same again changes nothing.
    const version = { $add: [{ $ifNull: ['$version', 0] }, { $cond: [there, 0, 1] }] };
    const document = await organisations
      .findOneAndUpdate({ _id: id }, [{ $set: { [field]: { $concatArrays: [others, [rules]] }, version } }], {
        returnDocument: 'after',
        updatePipeline: true,
      })
      .lean();
    return document === null ? null : toOrganisation(document);
  }

  const setWarningRules = (id: string, rules: WarningRules) => setFromDay(id, 'warningRules', rules);
  const addRetentionRule = (id: string, rule: RetentionRule) => setFromDay(id, 'retentionRules', rule);

  /** An organisation first, then those above it; empty where there is none. */
  async function chainOf(path: readonly string[]): Promise<Organisation[]> {
    const found = new Map((await withIds(path)).map((one) => [one.id, one]));
    return path.flatMap((id) => found.get(id) ?? []);
  }

  /** Every organisation, however many there are. */
  async function everyOne(): Promise<Organisation[]> {
    return (await organisations.find().lean()).map(toOrganisation);
  }

  async function createIndexes(): Promise<void> {
    await organisations.createIndexes();
  }

  return {
    insert,
    find,
    withIds,
    setReminders,
    setEventsSince,
    page,
    idsBelow,
    inRegions,
    edit,
    setWarningRules,
    addRetentionRule,
    chainOf,
    everyOne,
    createIndexes,
  };
}

/** Two organisations with one pattern would share their numbers. */
async function withPatternOfItsOwn<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) throw new Fault('number_pattern_taken', { pointer: '/caseNumberPattern' });
    throw error;
  }
}

/** What an organisation has that was stored before there was a choice. */
const BEFORE_THERE_WAS_A_CHOICE = {
  version: 0,
  warningRules: [],
  retentionRules: [],
  formerReminderRows: [],
  eventsSince: null,
  secondFactorRoles: [],
};

function toOrganisation({ _id, ...rest }: OrganisationDocument): Organisation {
  const reminderSettings = { ...DEFAULT_REMINDER_SETTINGS, ...rest.reminderSettings };
  return { ...BEFORE_THERE_WAS_A_CHOICE, ...rest, reminderSettings, id: _id };
}
