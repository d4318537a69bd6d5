import { randomUUID } from 'node:crypto';
import type { AccountDocument } from '../../schemas/documents/account-document.ts';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import { registerCaseRequest } from '../../schemas/requests/case-requests.ts';
import { ADMINISTRATOR, type BenchCity, PASSWORD, wagesRequest } from '../data/bench-city.ts';

/** Counties of ten provinces. */
export const REGIONS = [
  '110101',
  '130102',
  '140105',
  '210102',
  '220102',
  '230102',
  '310101',
  '320102',
  '330102',
  '410102',
] as const;
const UNION = {
  parentId: null,
  legalFooting: 'union-by-reference',
  phone: '12351',
  noticeHours: { fromHour: 0, untilHour: 24, everyDay: true },
} as const;

/**
 * A case of migrant workers from ten regions, whose warning goes to the head of the case and to the heads of the
 * unions there: `addressees` in all. Gives its id.
 */
export async function caseThatAlerts(city: BenchCity, addressees: number): Promise<string> {
  const { use, mediator, today, connection } = city;
  for (const [index, regionCode] of REGIONS.entries()) {
    // The first ones have one more, until all but the head of the case itself are shared out.
    const heads = Math.ceil((addressees - 1 - index) / REGIONS.length);
    await unionWithHeads(city, { regionCode, heads });
  }
  const request = registerCaseRequest.parse({
    ...wagesRequest(today),
    // So that nothing else is due yet.
    receivedOn: today,
    consentToProcessOn: today,
    workers: REGIONS.map((regionCode, index) => ({
      name: `工人${index + 1}`,
      phone: `1380000${1000 + index}`,
      origin: { regionCode, name: regionCode },
      categories: ['migrant'],
      claims: [{ cause: 'wages', claimedFen: 500_000 }],
    })),
  });
  const { subject } = await use.registerCase(mediator, request);
  const cases = connection.collection<CaseDocument>('cases');
  await cases.updateOne({ _id: subject.id }, { $set: { nextNoticeAt: null } });
  return subject.id;
}

/** The first head is made by the service, the others are copies: a password takes its time. */
async function unionWithHeads(
  { use, connection }: BenchCity,
  { regionCode, heads }: { regionCode: string; heads: number },
): Promise<void> {
  const union = await use.createOrganisation(ADMINISTRATOR, {
    ...UNION,
    name: `${regionCode}总工会`,
    caseNumberPattern: `${regionCode}工调〔{year}〕{sequence}号`,
    warningRules: [],
    secondFactorRoles: [],
    regionCode,
  });
  if (heads < 1) return;
  const head = await use.createAccount(ADMINISTRATOR, {
    username: `head${regionCode}`,
    password: PASSWORD,
    displayName: `head${regionCode}`,
    email: `head${regionCode}@union.example`,
    organisationId: union.id,
    roles: ['head'],
  });
  const accounts = connection.collection<AccountDocument>('accounts');
  const model = await accounts.findOne({ _id: head.id });
  if (model === null || heads === 1) return;
  await accounts.insertMany(
    Array.from({ length: heads - 1 }, (_, index) => {
      const username = `${head.username}-${index}`;
      return { ...model, _id: randomUUID(), username, email: `${username}@union.example` };
    }),
  );
}
