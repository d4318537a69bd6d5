import { builtInCalendar } from '../../server/domain/calendar.ts';
import type { MediationCase } from '../../server/domain/case.ts';
import type { NoticeContext } from '../../server/domain/notices.ts';
import { DEFAULT_REMINDER_SETTINGS } from '../../server/domain/reminder-settings.ts';
import type { Risk, RiskKind } from '../../server/domain/risk.ts';
import type { CaseWorker } from '../../server/domain/worker.ts';
import { OFFICE_HOURS } from '../../server/domain/working-hours.ts';

export const REGISTERED_AT = new Date('2026-09-16T10:00:00+08:00');

/** A worker from Jinan who asks for nothing, unless said otherwise. */
export function worker(changes: Partial<CaseWorker> = {}): CaseWorker {
  return {
    id: 'worker',
    name: '王建国',
    phone: null,
    contact: { by: 'call', safeHours: null },
    origin: { regionCode: '370102', name: '济南市历下区' },
    categories: [],
    claims: [],
    ...changes,
  };
}

export function workers(count: number, changes: Partial<CaseWorker> = {}): CaseWorker[] {
  return Array.from({ length: count }, () => worker(changes));
}

/** A claim of wages, in fen. */
export function wages(claimedFen: number | null): CaseWorker['claims'][number] {
  return { id: 'claim', cause: 'wages', claimedFen, duty: null };
}

/** A case of one local worker in Jinan, under no warning. */
export function warnedCase(changes: Partial<MediationCase> = {}): MediationCase {
  return {
    id: 'case',
    version: 1,
    number: '历工调〔2026〕1号',
    organisationId: 'centre',
    organisationPath: ['centre', 'city'],
    state: 'registered',
    channel: 'counter',
    receivedOn: '2026-09-16',
    registeredAt: REGISTERED_AT,
    workers: workers(1),
    respondents: [],
    workplace: { regionCode: '370102', name: '济南市历下区' },
    summary: '工资没有支付。',
    mediatorId: null,
    agreements: [],
    handoff: null,
    risks: [],
    employerPatterns: [],
    acknowledgements: [],
    bars: [],
    clock: [{ kind: 'application-received', on: '2026-09-16' }],
    timeline: [],
    dayMoves: [],
    ...changes,
  };
}

/** The usual rules of a centre in Jinan that works office hours. */
export function noticeContextOf(changes: Partial<NoticeContext> = {}): NoticeContext {
  const calendar = builtInCalendar();
  return {
    clock: { calendar, region: '370102', footing: 'union-by-reference' },
    calendar,
    regionCode: '370102',
    hours: OFFICE_HOURS,
    warningRules: [],
    reminders: DEFAULT_REMINDER_SETTINGS,
    formerReminders: [],
    eventsSince: null,
    ...changes,
  };
}

/** An instant by the clock of Asia/Shanghai. */
export const shanghai = (text: string) => new Date(`${text}:00+08:00`);

/** What a person has recorded of a case. */
export function risk(kind: RiskKind, at = '2026-09-16T11:00'): Risk {
  return { id: kind, kind, knownOn: at.slice(0, 10), note: '王建国说的', recordedAt: shanghai(at) };
}
