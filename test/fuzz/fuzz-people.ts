import { STAFF_ROLES } from '../../server/domain/staff.ts';
import type { TestCity, TestPerson } from '../support/test-city.ts';

export type FuzzPeople = Awaited<ReturnType<typeof addFuzzPeople>>;

/** Somebody of each role who asks, and somebody to whom it is done: else locks and new passwords would end the run. */
export async function addFuzzPeople(city: TestCity) {
  const asking: TestPerson[] = [city.admin, city.head, city.clerk, city.mediator, city.originHead];
  for (const role of STAFF_ROLES) asking.push(await city.addPerson(`fuzz-${role}`, city.centreId, [role]));
  const addSpare = (name: string) => city.addPerson(name, city.centreId, ['mediator']);
  const spareOrganisationId = await city.addOrganisation({
    parentId: city.cityId,
    name: '试验工会',
    caseNumberPattern: '试〔{year}〕{sequence}号',
  });
  return { asking, spare: await addSpare('fuzz-spare'), addSpare, spareOrganisationId };
}
