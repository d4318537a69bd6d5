import { expect } from 'chai';
import type { OrganisationInput } from '../../schemas/requests/staff-requests.ts';
import type { StaffRole } from '../../server/domain/staff.ts';
import { type EmptyApp, madeOnce } from './made-once.ts';
import { SETUP_TOKEN, type TestApp } from './test-app.ts';

export const PASSWORD = 'a password of the tests';
/** What an administrator gives out, and what nobody may go on with. */
export const FIRST_PASSWORD = 'the first password of the tests';

export type TestCity = Awaited<ReturnType<typeof buildTestCity>>;

/** Who asks: a token and the id of the account behind it. */
export interface TestPerson {
  token: string;
  accountId: string;
}

const JINAN: Omit<OrganisationInput, 'parentId'> = {
  name: '济南市总工会',
  regionCode: '370100',
  legalFooting: 'union-by-reference',
  caseNumberPattern: '济市调〔{year}〕{sequence}号',
  phone: '0531-12351',
  noticeHours: { fromHour: 9, untilHour: 17, everyDay: false },
};

const cities = madeOnce<Awaited<ReturnType<typeof makeCity>>>();

/**
 * A city union with one mediation centre, and the union of another city, made through the API: a head, a clerk,
 * two mediators and a supervisor at work, a head in the other city.
 */
export async function buildTestCity(
  app: Pick<TestApp, 'http'> & Partial<EmptyApp>,
  everywhere: Partial<OrganisationInput> = {},
) {
  const make = () => makeCity(app, everywhere);
  const { connection, conditions } = app;
  const city =
    connection === undefined || conditions === undefined
      ? await make()
      : await cities({ connection, conditions }, { by: everywhere, make });
  return { ...city, ...additions(app, { admin: city.admin, everywhere }) };
}

async function makeCity({ http }: Pick<TestApp, 'http'>, everywhere: Partial<OrganisationInput>) {
  await http
    .post('/api/v1/setup')
    .send({ token: SETUP_TOKEN, username: 'admin', password: PASSWORD, displayName: 'Administrator' })
    .expect(201);
  const admin = await logIn({ http }, 'admin');
  const { addOrganisation, addPerson } = additions({ http }, { admin, everywhere });
  const cityId = await addOrganisation({});
  const centreId = await addOrganisation({
    name: '历下区总工会调解中心',
    parentId: cityId,
    regionCode: '370102',
    caseNumberPattern: '历工调〔{year}〕{sequence}号',
  });
  const originId = await addOrganisation({
    name: '德州市总工会',
    regionCode: '371400',
    caseNumberPattern: '德工调〔{year}〕{sequence}号',
  });
  return {
    cityId,
    centreId,
    originId,
    admin,
    supervisor: await addPerson('supervisor', cityId, ['supervisor']),
    head: await addPerson('head', centreId, ['head']),
    clerk: await addPerson('clerk', centreId, ['clerk']),
    mediator: await addPerson('mediator', centreId, ['mediator']),
    otherMediator: await addPerson('other-mediator', centreId, ['mediator']),
    originHead: await addPerson('origin-head', originId, ['head']),
  };
}

interface AdditionsRequest {
  admin: TestPerson;
  everywhere: Partial<OrganisationInput>;
}

/** More organisations and people, made by the administrator. */
function additions({ http }: Pick<TestApp, 'http'>, { admin, everywhere }: AdditionsRequest) {
  async function addOrganisation(request: Partial<OrganisationInput>): Promise<string> {
    const answer = await http
      .post('/api/v1/organisations')
      .set('Authorization', `Bearer ${admin.token}`)
      .send({ ...JINAN, ...everywhere, ...request });
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    return answer.body.id;
  }

  async function addPerson(
    username: string,
    organisationId: string | null,
    roles: StaffRole[],
  ): Promise<TestPerson> {
    const email = `${username}@union.example`;
    const answer = await http
      .post('/api/v1/accounts')
      .set('Authorization', `Bearer ${admin.token}`)
      .send({ username, password: FIRST_PASSWORD, displayName: username, email, organisationId, roles });
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    const login = await logIn({ http }, username, FIRST_PASSWORD);
    await http
      .post('/api/v1/accounts/current/password')
      .set('Authorization', `Bearer ${login.token}`)
      .send({ oldPassword: FIRST_PASSWORD, newPassword: PASSWORD })
      .expect(204);
    return login;
  }

  return { addOrganisation, addPerson };
}

export async function logIn(
  { http }: Pick<TestApp, 'http'>,
  username: string,
  password = PASSWORD,
): Promise<TestPerson> {
  const answer = await http.post('/api/v1/sessions').send({ username, password });
  expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
  return { token: answer.body.token, accountId: answer.body.account.id };
}
