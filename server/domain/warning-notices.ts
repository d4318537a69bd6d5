import type { MediationCase } from './case.ts';
import { originsElsewhere } from './cross-region.ts';
import { workersOfKind } from './headcount.ts';
import { legalDayOf } from './legal-day.ts';
import { cityOf } from './place.ts';
import type { Audience } from './reminders.ts';
import type { WarningGrade } from './warning-grade.ts';
import type { WarningReason } from './warning-reason.ts';
import type { WarningContext } from './warning-reasons.ts';
import { warningRulesOn } from './warning-rules.ts';
import { isAcknowledged, type RaisedWarning, raisedWarnings } from './warnings.ts';
import { workingDaysLater } from './working-hours.ts';

interface OfWarning {
  key: string;
  at: Date;
  grade: WarningGrade;
  reasons: WarningReason[];
}

/** To all whom a warning concerns, at once: the same grade of a case has one key, so it is told once. */
export interface WarningNotice extends OfWarning {
  kind: 'warning';
  to: Extract<Audience, { role: 'warning-circle' }>;
}

/** To those above, because nobody has taken note of a warning. */
export interface WarningEscalation extends OfWarning {
  kind: 'warning-escalation';
  to: Extract<Audience, { role: 'supervisor' | 'root-supervisor' }>;
  raisedAt: Date;
}

/** Every warning of a case and every escalation of one, past and to come. */
export function warningNotices(
  subject: MediationCase,
  context: WarningContext,
): (WarningNotice | WarningEscalation)[] {
  const raised = raisedWarnings(subject, context);
  return raised.flatMap((warning) => {
    const higher = raised.find(({ at }) => at > warning.at);
    return [
      warningNotice(warning, subject, context),
      // What has grown meanwhile is a new warning with a time of its own to be acknowledged.
      ...escalations(warning, subject, context).filter(({ at }) => higher === undefined || at < higher.at),
    ];
  });
}

function warningNotice(
  { grade, at, reasons }: RaisedWarning,
  subject: MediationCase,
  context: WarningContext,
): WarningNotice {
  const others = subject.employerPatterns
    .flatMap(({ cases }) => cases.map(({ organisationId }) => organisationId))
    .filter((id) => id !== subject.organisationId);
  return {
    kind: 'warning',
    key: `warning/${grade}`,
    at,
    to: {
      role: 'warning-circle',
      regionCodes: regionsConcerned(subject, context),
      organisationIds: [...new Set(others)],
    },
    grade,
    reasons,
  };
}

/** For migrant workers the places of origin and of work, but for the city whose own union holds the case. */
function regionsConcerned(subject: MediationCase, { regionCode }: WarningContext): string[] {
  if (workersOfKind(subject, 'migrant') === 0) return [];
  const own = regionCode === null ? null : cityOf({ regionCode });
  const places = [...originsElsewhere(subject), ...(subject.workplace === null ? [] : [subject.workplace])];
  const elsewhere = places.filter((place) => cityOf(place) !== own);
  return [...new Set(elsewhere.flatMap((place) => place.regionCode ?? []))];
}

/** First to the supervisor; as long again without a word, to the one at the root. */
function escalations(
  { grade, at, reasons }: RaisedWarning,
  subject: MediationCase,
  context: WarningContext,
): WarningEscalation[] {
  if (isAcknowledged(subject, grade)) return [];
  const days = warningRulesOn(context.warningRules, legalDayOf(at)).acknowledgeWithinDays[grade];
  const steps =
    subject.organisationPath.length > 2
      ? (['supervisor', 'root-supervisor'] as const)
      : (['supervisor'] as const);
  return steps.map((role, step) => ({
    kind: 'warning-escalation' as const,
    key: `warning-escalation/${grade}/${role}`,
    at: workingDaysLater(at, days * (step + 1), context),
    to: { role },
    grade,
    reasons,
    raisedAt: at,
  }));
}
