import type { AccountRequest, OrganisationInput } from '../../schemas/requests/staff-requests.ts';

/** Reminders of the demo go out at any hour, so that whoever tries it in the evening sees mail. */
const noticeHours = { fromHour: 0, untilHour: 24, everyDay: true };

/** The organisations of the demo, parents first; `parent` names one by its key. */
export const DEMO_ORGANISATIONS: readonly (Omit<OrganisationInput, 'parentId'> & {
  key: string;
  parent: string | null;
})[] = [
  {
    key: 'city',
    parent: null,
    name: '济南市总工会',
    regionCode: '370100',
    legalFooting: 'union-by-reference',
    caseNumberPattern: '济工调〔{year}〕{sequence}号',
    phone: '0531-12351',
    noticeHours,
  },
  {
    key: 'centre',
    parent: 'city',
    name: '历下区总工会劳动争议调解中心',
    regionCode: '370102',
    legalFooting: 'peoples-mediation',
    caseNumberPattern: '历工调〔{year}〕{sequence}号',
    phone: '0531-81230102',
    noticeHours,
  },
  {
    key: 'origin',
    parent: null,
    name: '德州市总工会',
    regionCode: '371400',
    legalFooting: 'union-by-reference',
    caseNumberPattern: '德工调〔{year}〕{sequence}号',
    phone: '0534-12351',
    noticeHours,
  },
];

/** The people of the demo; every one logs in with the password that is printed at the start. */
export const DEMO_ACCOUNTS: readonly (Omit<AccountRequest, 'password' | 'organisationId'> & {
  organisation: string;
})[] = [
  {
    organisation: 'centre',
    username: 'clerk',
    displayName: '接待员 小周',
    email: 'clerk@lixia.example',
    roles: ['clerk'],
  },
  {
    organisation: 'centre',
    username: 'mediator',
    displayName: '调解员 老秦',
    email: 'mediator@lixia.example',
    roles: ['mediator'],
  },
  {
    organisation: 'centre',
    username: 'head',
    displayName: '负责人 孙主任',
    email: 'head@lixia.example',
    roles: ['head'],
  },
  {
    organisation: 'city',
    username: 'supervisor',
    displayName: '市总工会 权益保障部',
    email: 'supervisor@jinan.example',
    roles: ['supervisor'],
  },
  {
    organisation: 'origin',
    username: 'dezhou-head',
    displayName: '德州市总工会 负责人',
    email: 'head@dezhou.example',
    roles: ['head'],
  },
];
