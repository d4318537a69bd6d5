import { hash } from '@node-rs/argon2';
import { newAccount } from '../../server/accounts/create-account.ts';
import type { Services } from '../../server/compose.ts';
import type { Organisation } from '../../server/domain/organisation.ts';
import type { Actor, StaffRole } from '../../server/domain/staff.ts';
import { OFFICE_HOURS } from '../../server/domain/working-hours.ts';
import { newChange } from '../../server/idempotency/change-identity.ts';
import { deriveKey } from '../../server/secrets/derive-key.ts';
import { MEDIATORS_AN_OFFICE, OFFICES, SEED_CITIES, SEED_ROOT } from './seed-offices.ts';
import { seededId } from './seeded-ids.ts';

/** Who works on the cases of an office. */
export interface SeedStaff {
  organisation: Organisation;
  head: Actor;
  clerk: Actor;
  mediators: readonly [Actor, ...Actor[]];
}

type Making = Pick<Services, 'createOrganisation' | 'accounts' | 'organisations' | 'secret' | 'now'>;

const ADMINISTRATOR: Actor = { accountId: 'seed', organisationId: null, roles: ['administrator'] };
const PASSWORD_LENGTH = 16;
const numberOf = (mediator: number) => `mediator-${mediator + 1}`;
const MEDIATOR_NAMES = Array.from({ length: MEDIATORS_AN_OFFICE }, (_, index) => numberOf(index));

export function seedUsername(seed: number, office: string, who: string): string {
  return `seed${seed}-${office}-${who}`;
}

/** With it everybody of a seed logs in once; only who has the service's secret can know it. */
export function seedPassword(seed: number, secret: Buffer): string {
  return deriveKey(secret, `seed-password/${seed}`).toString('base64url').slice(0, PASSWORD_LENGTH);
}

const organisationId = (seed: number, key: string) => seededId(`${seed}/organisation/${key}`);
const accountId = (seed: number, username: string) => seededId(`${seed}/account/${username}`);

/** Makes the organisations of a seed and who works there, as far as they are not there yet. */
export async function makeSeedCity(seed: number, making: Making): Promise<void> {
  const place = placeMaker(seed, making);
  await place({ key: SEED_ROOT.key, name: SEED_ROOT.name, parent: null, who: { head: 'head' } });
  for (const [key, name] of Object.entries(SEED_CITIES)) {
    await place({ key, name: `${name}总工会`, parent: SEED_ROOT.key, who: { head: 'head' } });
  }
  const mediators = Object.fromEntries(MEDIATOR_NAMES.map((name) => [name, 'mediator' as const]));
  for (const { key, name, city } of OFFICES) {
    const who = { head: 'head', clerk: 'clerk', ...mediators } as const;
    await place({ key, name: `${name}总工会劳动争议调解中心`, parent: city, who });
  }
}

interface SeedPlace {
  key: string;
  name: string;
  parent: string | null;
  who: Readonly<Record<string, StaffRole>>;
}

function placeMaker(seed: number, { createOrganisation, accounts, now, secret }: Making) {
  // One password for all, until each sets their own: a hash for each would take longer than a thousand cases.
  const passwordHash = hash(seedPassword(seed, secret));

  async function person({ key, name }: SeedPlace, who: string, role: StaffRole): Promise<void> {
    const username = seedUsername(seed, key, who);
    const id = accountId(seed, username);
    if ((await accounts.findById(id)) !== null) return;
    const email = `${username}@seed.invalid`;
    const request = { username, displayName: `${name} ${who}`, email, roles: [role] };
    const made = { id, passwordHash: await passwordHash, createdAt: now() };
    await accounts.insert(newAccount({ ...request, organisationId: organisationId(seed, key) }, made));
  }

  return async (place: SeedPlace): Promise<void> => {
    const { key, name, parent, who } = place;
    await createOrganisation(
      ADMINISTRATOR,
      {
        name,
        parentId: parent === null ? null : organisationId(seed, parent),
        regionCode: /^\d{6}$/.test(key) ? key : null,
        legalFooting: 'union-by-reference',
        caseNumberPattern: `${name.slice(0, 2)}工调〔{year}〕${seed}-{sequence}号`,
        phone: '12351',
        noticeHours: OFFICE_HOURS,
        warningRules: [],
        secondFactorRoles: [],
      },
      { ...newChange(), id: organisationId(seed, key) },
    );
    await Promise.all(Object.entries(who).map(([one, role]) => person(place, one, role)));
  };
}

/** Those of each office of a seed, by its key. */
export async function seedStaff(
  seed: number,
  { organisations }: Pick<Making, 'organisations'>,
): Promise<Map<string, SeedStaff>> {
  const staff = new Map<string, SeedStaff>();
  for (const { key } of OFFICES) {
    const organisation = await organisations.find(organisationId(seed, key));
    if (organisation === null) throw new Error(`The organisation ${key} of seed ${seed} is not there.`);
    const actor = (person: string, role: StaffRole): Actor => ({
      accountId: accountId(seed, seedUsername(seed, key, person)),
      organisationId: organisation.id,
      roles: [role],
    });
    const [first = '', ...others] = MEDIATOR_NAMES;
    staff.set(key, {
      organisation,
      head: actor('head', 'head'),
      clerk: actor('clerk', 'clerk'),
      mediators: [actor(first, 'mediator'), ...others.map((name) => actor(name, 'mediator'))],
    });
  }
  return staff;
}
