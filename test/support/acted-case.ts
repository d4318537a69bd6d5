import type { ActionName } from '../../server/domain/case-actions.ts';
import type { TestApp } from './test-app.ts';
import { act, done, type ShownCase } from './test-case.ts';
import type { TestPerson } from './test-city.ts';

/** Takes a case one step on and gives it as it is then, read as the test needs it. */
export type Step = <Shown>(
  subject: Pick<ShownCase, 'id' | 'version'>,
  action: ActionName,
  body: object,
) => Promise<Shown & Pick<ShownCase, 'state'>>;

/** Steps that one person takes and that must succeed. */
export function actedCase(app: Pick<TestApp, 'http'>, by: TestPerson): Step {
  return async <Shown>(subject: Pick<ShownCase, 'id' | 'version'>, action: ActionName, body: object) => {
    const answer: unknown = await done(act(app, by, subject)(action, body));
    return answer as Shown & Pick<ShownCase, 'state'>;
  };
}
