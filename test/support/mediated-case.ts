import type { TestApp } from './test-app.ts';
import { act, done, register, type ShownCase } from './test-case.ts';
import type { TestCity } from './test-city.ts';

const ON = '2026-09-16';

/** A case of 2026-09-16 that was accepted on that day and is in the hands of the mediator. M3 ends on 10-08. */
export async function mediatedCase(
  app: TestApp,
  city: TestCity,
  changes: Record<string, unknown> = {},
): Promise<ShownCase> {
  const { case: registered } = await register(app, city.clerk, changes);
  return startMediation({ app, city, registered });
}

interface MediationStart {
  app: TestApp;
  city: TestCity;
  registered: ShownCase;
  on?: string;
}

/** Accepts a registered case and gives it to the mediator, all on one day. */
export async function startMediation({ app, city, registered, on = ON }: MediationStart): Promise<ShownCase> {
  const consent = { acceptedOn: on, applicantConsentOn: on, respondentConsentOn: on };
  const accepted = await done(act(app, city.head, registered)('accept', consent));
  const start = {
    startedOn: on,
    mediatorId: city.mediator.accountId,
    recusalCheckedOn: on,
    rightsNoticeOn: on,
  };
  return done(act(app, city.head, accepted)('start-mediation', start));
}
