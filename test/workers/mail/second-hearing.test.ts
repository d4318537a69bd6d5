import { expect } from 'chai';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { DeadlineReminder } from '../../../server/domain/notices.ts';
import type { Organisation } from '../../../server/domain/organisation.ts';
import { DEFAULT_REMINDER_SETTINGS } from '../../../server/domain/reminder-settings.ts';
import { OFFICE_HOURS } from '../../../server/domain/working-hours.ts';
import { renderDeadlineReminder } from '../../../workers/mail/render-deadline-reminder.ts';
import { shanghai, warnedCase } from '../../support/warned-case.ts';

const organisation: Organisation = {
  id: 'centre',
  name: '历下区总工会',
  parentId: null,
  version: 0,
  path: ['centre'],
  regionCode: '370102',
  legalFooting: 'union-by-reference',
  caseNumberPattern: '历工调〔{year}〕{sequence}号',
  phone: '0531-12351',
  noticeHours: OFFICE_HOURS,
  warningRules: [],
  retentionRules: [],
  reminderSettings: DEFAULT_REMINDER_SETTINGS,
  formerReminderRows: [],
  eventsSince: null,
  secondFactorRoles: [],
};

describe('a reminder of a second hearing', () => {
  it('explains the second one, and not the first, which was held', () => {
    const subject = warnedCase({
      clock: [
        { kind: 'hearing-set', on: '2026-11-06', hearingOn: '2026-11-19' },
        { kind: 'hearing-held', on: '2026-11-19' },
        { kind: 'hearing-set', on: '2026-11-19', hearingOn: '2026-12-11' },
      ],
    });
    const notice: DeadlineReminder = {
      kind: 'deadline-reminder',
      key: 'A5-hearing//2026-12-11/-1/mediator',
      at: shanghai('2026-12-10T09:00'),
      to: { role: 'mediator' },
      rule: 'A5-hearing',
      subject: null,
      dueOn: '2026-12-11',
      daysFromDue: -1,
    };
    const { text } = renderDeadlineReminder(notice, {
      notice,
      subject,
      organisation,
      account: { displayName: '李调解', organisationId: 'centre' },
      calendar: builtInCalendar(),
      today: '2026-12-10',
    });
    expect(text).to.include('2026年12月11日（星期五）开庭').and.not.include('2026年11月19日（星期四）');
    expect(text).to.include('The hearing is on Friday 11 December 2026.');
  });
});
