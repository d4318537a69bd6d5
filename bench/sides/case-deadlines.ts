import { z } from 'zod';
import { compose } from '../../server/compose.ts';
import { connectDatabase } from '../../server/database/connect-database.ts';
import { marksOf } from '../../server/domain/case-marks.ts';
import { noticesOf } from '../../server/domain/notices.ts';
import { noticeContext } from '../../server/notices/notice-context.ts';
import { answerPhases } from '../deadlines/answer-phases.ts';
import { BULK, BULKS_IN_FLIGHT } from '../deadlines/bulk-size.ts';
import { inFlight } from '../frame/in-flight.ts';
import { slicesOf } from '../frame/slices-of.ts';

const start = z.object({
  mongodbUri: z.string(),
  secret: z.hex(),
  ids: z.array(z.string()),
  version: z.number(),
  /** What they have waited for so far. */
  before: z.iso.datetime(),
  /** Cases that stand as those of `ids` are to stand after each step. */
  created: z.string(),
  moved: z.string(),
  cancelled: z.string(),
});

/**
 * The service's way: the domain says when a case must be looked at next, and the store writes that one instant, on
 * condition that the case is as it was read. Nothing else waits anywhere.
 */
answerPhases(start, async ({ mongodbUri, secret, ids, version, before, ...lives }) => {
  const connection = await connectDatabase(mongodbUri);
  const now = () => new Date();
  const key = Buffer.from(secret, 'hex');
  const foundations = {
    connection,
    secret: key,
    masterKeys: [key] as const,
    setupToken: undefined,
    now,
    loginHours: 0,
  };
  const { cases, organisations, calendar } = compose(foundations);

  async function standing(id: string) {
    const subject = await cases.find(id, {});
    const organisation = subject === null ? null : await organisations.find(subject.organisationId);
    if (subject === null || organisation === null) throw new Error(`There is no case ${id}.`);
    return { subject: { ...subject, version }, context: noticeContext(subject, organisation, calendar) };
  }
  const [created, moved, cancelled] = [
    await standing(lives.created),
    await standing(lives.moved),
    await standing(lives.cancelled),
  ];
  type Standing = typeof created;
  const marks = ({ subject, context }: Standing) =>
    marksOf(subject, { notices: noticesOf(subject, context), clock: context.clock }, now());

  /** Each case is computed for itself, as if each were another one. */
  async function rewrite(to: Standing, nextNoticeAt: Date | null): Promise<void> {
    if (nextNoticeAt === null) throw new Error('A case of this life has nothing to wait for.');
    await inFlight(slicesOf(ids, BULK), BULKS_IN_FLIGHT, (some) =>
      cases.moveNextNotices(
        some.map((id) => {
          const subject = { ...to.subject, id };
          return { subject, nextNoticeAt, marks: marks({ ...to, subject }) };
        }),
      ),
    );
  }
  return {
    phases: {
      create: () => rewrite(created, new Date(before)),
      move: () => rewrite(moved, marks(created).nextNoticeAt),
      cancel: () => rewrite(cancelled, marks(moved).nextNoticeAt),
    },
    waiting: (at) => connection.collection('cases').countDocuments({ nextNoticeAt: at }),
  };
});
