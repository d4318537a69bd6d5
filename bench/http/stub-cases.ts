import { lineOf } from '../../server/cases/case-line.ts';
import { caseView } from '../../server/cases/case-view.ts';
import { listKey } from '../../server/domain/case-listing.ts';
import { livedCase } from '../../test/support/lived-case.ts';
import { noticeContextOf } from '../../test/support/warned-case.ts';
import { STUB_ACTOR } from './stub-login.ts';

const LIST_LENGTH = 50;

/** What the stub store holds: a case in mediation, with an agreement, a referral and their deadlines. */
export const STUB_CASE = livedCase({
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  state: 'in-mediation',
  mediatorId: STUB_ACTOR.accountId,
});
export const STUB_CODE = 'K7PM-3XQT-9RWD';

/** What every side answers with, made once: how a case is put together is not measured here. */
export const SHOWN_CASE = caseView(STUB_CASE, {
  actor: STUB_ACTOR,
  clock: noticeContextOf().clock,
  today: '2026-11-12',
  warning: null,
});

export const SHOWN_PAGE = {
  cases: Array.from({ length: LIST_LENGTH }, () =>
    lineOf({
      ...STUB_CASE,
      _id: STUB_CASE.id,
      listKeys: [listKey.crossRegion(true)],
      workersConcerned: 1,
      nextDueOn: '2026-11-12',
      warningGrade: null,
    }),
  ),
  nextCursor: null,
};

export const REGISTERED = {
  case: SHOWN_CASE,
  receipt: { number: STUB_CASE.number, code: STUB_CODE },
  possibleDuplicates: [],
};
