import { randomBytes } from 'node:crypto';
import { type RegisterCaseRequest, registerCaseRequest } from '../../schemas/requests/case-requests.ts';
import type { Account } from '../../server/accounts/account-store.ts';
import { commandOf } from '../../server/cases/case-routes.ts';
import { compose } from '../../server/compose.ts';
import { connectDatabase, databaseEngine } from '../../server/database/connect-database.ts';
import type { ActionName } from '../../server/domain/case-actions.ts';
import { addDays, type LegalDay, legalDayOf } from '../../server/domain/legal-day.ts';
import type { Organisation } from '../../server/domain/organisation.ts';
import type { Actor, StaffRole } from '../../server/domain/staff.ts';
import type { RunServices } from '../../test/support/start-run-services.ts';
import { withDatabase } from '../../test/support/test-services.ts';

const FIRST_PASSWORD = 'the first password of the bench';
export const PASSWORD = 'a password of the bench';
export const ADMINISTRATOR: Actor = { accountId: 'bench', organisationId: null, roles: ['administrator'] };

export type BenchCity = Awaited<ReturnType<typeof buildBenchCity>>;

/** The database that a city is built in, and what opens its cases. */
export interface CityPlace {
  mongodbUri: string;
  secret: Buffer;
  masterKeys: readonly [Buffer, ...Buffer[]];
}

/** Gives a measure a city in a database of its own, and drops that database in the end. */
export async function withBenchCity<Result>(
  services: RunServices,
  name: string,
  use: (city: BenchCity) => Promise<Result>,
): Promise<Result> {
  const secret = randomBytes(32);
  const mongodbUri = withDatabase(services.mongodbUri, `${services.runName}_${name}`);
  const city = await buildBenchCity(services, { mongodbUri, secret, masterKeys: [secret] });
  try {
    return await use(city);
  } finally {
    await city.connection.dropDatabase();
    await city.connection.close();
  }
}

/** A mediation centre with a head and a mediator, made by the service's own use cases. */
export async function buildBenchCity(services: RunServices, place: CityPlace) {
  const { mongodbUri, secret, masterKeys } = place;
  const connection = await connectDatabase(mongodbUri);
  const now = () => new Date();
  const use = compose({
    connection,
    secret,
    masterKeys,
    setupToken: undefined,
    now,
    loginHours: 24,
    loginIdleMinutes: 60,
  });
  await use.createIndexes();
  const centre = await use.createOrganisation(ADMINISTRATOR, {
    name: '历下区总工会调解中心',
    parentId: null,
    regionCode: '370102',
    legalFooting: 'union-by-reference',
    caseNumberPattern: '历工调〔{year}〕{sequence}号',
    phone: '0531-12351',
    // Mail may go out whenever the bench runs.
    noticeHours: { fromHour: 0, untilHour: 24, everyDay: true },
    warningRules: [],
    secondFactorRoles: [],
  });
  async function person(username: string, role: StaffRole) {
    await use.createAccount(ADMINISTRATOR, {
      username,
      password: FIRST_PASSWORD,
      displayName: username,
      email: `${username}@union.example`,
      organisationId: centre.id,
      roles: [role],
    });
    const asked = { username, password: FIRST_PASSWORD, code: null };
    const { account, token } = await use.openLogin(asked, () => undefined);
    const login = (await use.logins.ofAccount(account.id))[0];
    if (login === undefined) throw new Error(`${username} has no login.`);
    await use.changePassword({ account, login }, { oldPassword: FIRST_PASSWORD, newPassword: PASSWORD });
    return { account, token };
  }
  const { account: head } = await person('head', 'head');
  const { account: mediator, token: mediatorToken } = await person('mediator', 'mediator');
  return {
    use,
    connection,
    place,
    mongodbUri,
    calendar: use.calendar,
    centre,
    /** The side that serves this city. */
    webApp: {
      side: 'web-app',
      start: {
        mongodbUri,
        redisUrl: services.redisUrl,
        runName: services.runName,
        secret: secret.toString('hex'),
      },
    },
    engine: services.mongodbEngine === 'given' ? await databaseEngine(connection) : services.mongodbEngine,
    head: actorOf(head, centre),
    mediator: actorOf(mediator, centre),
    mediatorName: mediator.displayName,
    mediatorToken,
    today: legalDayOf(now()),
  };
}

function actorOf({ id, roles }: Account, { id: organisationId }: Organisation): Actor {
  return { accountId: id, organisationId, roles };
}

/** 农民工欠薪, the most common dispute of all, registered a week ago. */
export function wagesRequest(today: LegalDay): RegisterCaseRequest {
  return registerCaseRequest.parse({
    channel: 'telephone',
    receivedOn: addDays(today, -7),
    workers: [
      {
        name: '王建国',
        phone: '13800001234',
        origin: { regionCode: '370102', name: '济南市历下区' },
        claims: [{ cause: 'wages', claimedFen: 1_250_000 }],
      },
    ],
    respondents: [{ kind: 'employer', name: '济南某建筑劳务有限公司' }],
    workplace: { regionCode: '370102', name: '济南市历下区' },
    summary: '2026年3月至8月的工资没有支付，多次催要未果。',
    rightKnownOn: addDays(today, -30),
    consentToProcessOn: addDays(today, -7),
  });
}

interface Step {
  name: ActionName;
  input: object;
}

/** A case that has been taken into mediation and then through `commands`; with the code of its receipt. */
export async function mediatedCase(
  { use, head, mediator, today }: BenchCity,
  steps: readonly Step[],
): Promise<{ id: string; code: string }> {
  const { subject, code } = await use.registerCase(mediator, wagesRequest(today));
  let { version } = subject;
  const all: Step[] = [
    {
      name: 'accept',
      input: { acceptedOn: today, applicantConsentOn: today, respondentConsentOn: today },
    },
    {
      name: 'start-mediation',
      input: {
        startedOn: today,
        mediatorId: mediator.accountId,
        recusalCheckedOn: today,
        rightsNoticeOn: today,
      },
    },
    ...steps,
  ];
  for (const { name, input } of all) {
    const command = commandOf(name, input);
    ({ version } = await use.actOnCase(head, { caseId: subject.id, version, command }));
  }
  return { id: subject.id, code };
}
