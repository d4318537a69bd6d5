import { DEMO_ACCOUNTS } from '../../config/demo/demo-city.ts';
import { openDemoStaff } from '../../config/demo/fill-demo-city.ts';
import type { ReplayStaff } from '../../config/replay/replay-case.ts';
import { SETUP_TOKEN, type TestApp } from './test-app.ts';

/** Those who act in a replay, logged in to a service that has nobody yet. */
export async function replayStaff(app: TestApp): Promise<ReplayStaff> {
  const people = [{ username: 'admin', displayName: 'Administrator' }, ...DEMO_ACCOUNTS];
  const accounts = people.map(({ username, displayName }) => ({
    username,
    displayName,
    password: `the password of ${username}`,
  }));
  await app.http
    .post('/api/v1/setup')
    .send({ token: SETUP_TOKEN, ...accounts[0] })
    .expect(201);
  const opened = await openDemoStaff({ baseUrl: app.baseUrl, accounts, answersRefusals: true });
  return { clients: opened.staff, mediatorId: opened.mediatorId };
}
