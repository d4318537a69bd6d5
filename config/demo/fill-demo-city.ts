import { z } from 'zod';
import { legalDayOf } from '../../server/domain/legal-day.ts';
import { type ApiClient, apiClient } from './api-client.ts';
import type { DemoAccount } from './demo-accounts.ts';
import { type DemoCase, demoCases } from './demo-cases.ts';
import { DEMO_ACCOUNTS, DEMO_ORGANISATIONS } from './demo-city.ts';
import type { DemoReceipt } from './demo-receipts.ts';
import type { DemoStep } from './demo-steps.ts';

/** Makes a first password, which is changed at once, of the one that is kept. */
const FIRST_SUFFIX = '-first';

export interface FillDemoCityRequest {
  baseUrl: string;
  /** Whether a refusal of the API is an answer and no error. */
  answersRefusals?: boolean;
  /** The administrator first, then everybody of DEMO_ACCOUNTS. */
  accounts: readonly DemoAccount[];
  /** Told of each case that is made, at once. */
  registered: (receipt: DemoReceipt) => void;
}

const organisationList = z.object({ organisations: z.array(z.object({ id: z.string(), name: z.string() })) });
const accountList = z.object({
  accounts: z.array(z.object({ id: z.string(), username: z.string(), passwordChangeDue: z.boolean() })),
});
const caseList = z.object({ cases: z.array(z.unknown()) });
const login = z.object({ token: z.string() });
const made = z.object({ id: z.string() });
const shownCase = z.object({
  id: z.string(),
  agreements: z.array(z.object({ instalments: z.array(z.object({ id: z.string() })) })),
});
const registration = z.object({
  case: shownCase,
  receipt: z.object({ number: z.string(), code: z.string() }),
});

/** Makes what is missing of the demo city, so that one that was interrupted is finished at the next start. */
export async function fillDemoCity({ baseUrl, accounts, registered }: FillDemoCityRequest): Promise<void> {
  await fillCases({ ...(await openDemoStaff({ baseUrl, accounts })), registered });
}

/** Those who work in the demo city, each logged in; what is missing of its organisations and accounts is made. */
export async function openDemoStaff({
  baseUrl,
  accounts,
  answersRefusals = false,
}: Omit<FillDemoCityRequest, 'registered'>): Promise<DemoStaff> {
  const clientOf = async (username: string) => {
    const password = accounts.find((account) => account.username === username)?.password;
    const { body } = await apiClient(baseUrl).post('/sessions', { username, password });
    return apiClient(baseUrl, login.parse(body).token, { answersRefusals });
  };
  const administrator = await clientOf(accounts[0]?.username ?? '');
  const organisationIds = await fillOrganisations(administrator);
  await fillAccounts(administrator, { baseUrl, accounts, organisationIds });
  const staff = {
    clerk: await clientOf('clerk'),
    mediator: await clientOf('mediator'),
    head: await clientOf('head'),
  };
  const mediatorId = (await knownAccounts(administrator)).get('mediator')?.id ?? '';
  return { staff, mediatorId };
}

async function fillOrganisations(administrator: ApiClient): Promise<Map<string, string>> {
  const { organisations } = organisationList.parse((await administrator.get('/organisations')).body);
  const ids = new Map<string, string>();
  for (const { key, parent, ...request } of DEMO_ORGANISATIONS) {
    const known = organisations.find(({ name }) => name === request.name)?.id;
    const parentId = parent === null ? null : ids.get(parent);
    const id =
      known ?? made.parse((await administrator.post('/organisations', { ...request, parentId })).body).id;
    ids.set(key, id);
  }
  return ids;
}

async function fillAccounts(
  administrator: ApiClient,
  given: { baseUrl: string; accounts: readonly DemoAccount[]; organisationIds: Map<string, string> },
): Promise<void> {
  const known = await knownAccounts(administrator);
  for (const { organisation, ...request } of DEMO_ACCOUNTS) {
    const { username } = request;
    const password = given.accounts.find((account) => account.username === username)?.password ?? '';
    const oldPassword = `${password}${FIRST_SUFFIX}`;
    const organisationId = given.organisationIds.get(organisation);
    if (!known.has(username)) {
      await administrator.post('/accounts', { ...request, password: oldPassword, organisationId });
    }
    // Nobody may work with a password that somebody else chose: the one that is printed is their own.
    if (known.get(username)?.passwordChangeDue === false) continue;
    const { body } = await apiClient(given.baseUrl).post('/sessions', { username, password: oldPassword });
    const person = apiClient(given.baseUrl, login.parse(body).token);
    await person.post('/accounts/current/password', { oldPassword, newPassword: password });
  }
}

async function knownAccounts(administrator: ApiClient) {
  const { accounts } = accountList.parse((await administrator.get('/accounts?limit=200')).body);
  return new Map(accounts.map((account) => [account.username, account]));
}

export interface DemoStaff {
  staff: Record<DemoStep['by'], ApiClient>;
  mediatorId: string;
}

interface CaseMaking extends DemoStaff {
  registered: FillDemoCityRequest['registered'];
}

/** Cases are registered in their order, so as many as there are need not be made again. */
async function fillCases(making: CaseMaking): Promise<void> {
  const present = caseList.parse((await making.staff.head.get('/cases?limit=200')).body).cases.length;
  for (const demoCase of demoCases(legalDayOf(new Date())).slice(present)) await makeCase(demoCase, making);
}

async function makeCase(
  { registration: request, steps }: DemoCase,
  { staff, mediatorId, registered }: CaseMaking,
): Promise<void> {
  const first = await staff.clerk.post('/cases', request);
  const { case: subject, receipt } = registration.parse(first.body);
  registered(receipt);
  let [shown, etag] = [subject, first.etag];
  for (const { by, action, input } of steps) {
    const instalmentIds = shown.agreements.flatMap(({ instalments }) => instalments.map(({ id }) => id));
    const path = `/cases/${subject.id}/actions/${action}`;
    const answer = await staff[by].post(path, input({ mediatorId, instalmentIds }), {
      'If-Match': etag ?? '',
    });
    shown = shownCase.parse(answer.body);
    etag = answer.etag;
  }
}
