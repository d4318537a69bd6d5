import type { Bilingual } from '../domain/bilingual.ts';

/** What a column of a list may hold, as the template heads it, and how else offices do. */
interface ListColumn {
  header: Bilingual;
  /** Also taken for it, in small letters without blanks and without what stands in brackets. */
  alsoHeaded: readonly string[];
  /** How to fill it in. */
  hint: Bilingual;
}

export const LIST_COLUMNS = {
  name: {
    header: { zh: '姓名', en: 'Name' },
    alsoHeaded: [
      '职工姓名',
      '工人姓名',
      '农民工姓名',
      '申请人',
      '申请人姓名',
      '名字',
      'worker',
      'fullname',
      'workername',
    ],
    hint: { zh: '必填', en: 'needed' },
  },
  idNumber: {
    header: { zh: '身份证号', en: 'ID number' },
    alsoHeaded: [
      '身份证号码',
      '身份证',
      '公民身份号码',
      '公民身份证号码',
      '证件号码',
      '证件号',
      'idcard',
      'idcardnumber',
      'idno',
      'identitynumber',
    ],
    hint: { zh: '18位，单元格须为文本格式', en: '18 characters; the cells must be formatted as text' },
  },
  phone: {
    header: { zh: '手机号', en: 'Telephone' },
    alsoHeaded: [
      '手机号码',
      '手机',
      '电话',
      '电话号码',
      '联系电话',
      '联系方式',
      '联系号码',
      '本人电话',
      'phone',
      'phonenumber',
      'mobile',
      'mobilenumber',
    ],
    hint: { zh: '一个号码，如13800001234', en: 'one number, as 13800001234' },
  },
  origin: {
    header: { zh: '户籍地', en: 'Place of origin' },
    alsoHeaded: [
      '籍贯',
      '户籍',
      '户籍所在地',
      '户籍地址',
      '户口所在地',
      '家庭住址',
      '家庭地址',
      '输出地',
      '来源地',
      'origin',
      'home',
      'hometown',
      'homeaddress',
    ],
    hint: { zh: '省、市、县，如山东省德州市乐陵市', en: 'province, city, county, as 山东省德州市乐陵市' },
  },
  gender: {
    header: { zh: '性别', en: 'Sex' },
    alsoHeaded: ['gender'],
    hint: { zh: '男或女', en: '男 (male) or 女 (female)' },
  },
  categories: {
    header: { zh: '人员类别', en: 'Categories' },
    alsoHeaded: ['职工类别', '工人类别', '类别', '身份类别', '职工类型', '人员类型', 'category'],
    hint: { zh: '可填多个，用顿号分开，如农民工、女职工', en: 'several with commas, as migrant, injured' },
  },
  cause: {
    header: { zh: '诉求类型', en: 'Cause' },
    alsoHeaded: ['诉求', '争议事由', '争议类型', '案由', '事由', 'claim'],
    hint: {
      zh: '如追索劳动报酬；不填而有金额的，按追索劳动报酬',
      en: 'as wages; where only a sum is told, wages are meant',
    },
  },
  claimedFen: {
    header: { zh: '拖欠金额（元）', en: 'Sum claimed (yuan)' },
    alsoHeaded: [
      '金额',
      '拖欠工资',
      '拖欠工资金额',
      '拖欠金额',
      '拖欠工资数额',
      '欠薪金额',
      '欠薪',
      '欠薪数额',
      '所欠工资',
      '被拖欠工资',
      '未付工资',
      '工资',
      '诉求金额',
      '申请金额',
      '请求金额',
      'amount',
      'sum',
      'wagesowed',
      'wages',
    ],
    hint: { zh: '以元为单位，如12500.50', en: 'in yuan, as 12500.50' },
  },
  stated: {
    header: { zh: '请求事项', en: 'Claim in words' },
    alsoHeaded: ['诉求内容', '诉求说明', '欠薪说明', '具体诉求', 'statement', 'claiminwords'],
    hint: { zh: '职工的原话', en: 'in the words of the worker' },
  },
  employedFrom: {
    header: { zh: '入职日期', en: 'Employed from' },
    alsoHeaded: ['入职时间', '进场日期', '进场时间', '上岗时间', '上岗日期', 'startdate', 'from'],
    hint: {
      zh: '如2026-03-01，只知道年月的填2026-03',
      en: 'as 2026-03-01, or 2026-03 where no more is known',
    },
  },
  employedUntil: {
    header: { zh: '离职日期', en: 'Employed until' },
    alsoHeaded: ['离职时间', '退场日期', '退场时间', '离场时间', '离岗时间', 'enddate', 'until'],
    hint: { zh: '同上', en: 'likewise' },
  },
  contact: {
    header: { zh: '通知方式', en: 'Contact by' },
    alsoHeaded: ['联系偏好', '希望通知方式', '希望联系方式', 'contact'],
    hint: { zh: '短信或电话；不填为电话', en: 'text message or call; a call where nothing is told' },
  },
  safeHours: {
    header: { zh: '方便联系时间', en: 'Safe hours' },
    alsoHeaded: ['可联系时间', '联系时间', '方便联系时段'],
    hint: { zh: '如9-18，为9时至18时', en: 'as 9-18' },
  },
  representativeSince: {
    header: { zh: '推选为代表日期', en: 'Representative since' },
    alsoHeaded: ['代表推选日期', '推选代表日期'],
    hint: { zh: '仅推选的代表填写', en: 'of elected representatives alone' },
  },
} as const satisfies Record<string, ListColumn>;

export type ListField = keyof typeof LIST_COLUMNS;
export const LIST_FIELDS = Object.keys(LIST_COLUMNS).filter(isListField);

export function isListField(text: string): text is ListField {
  return Object.hasOwn(LIST_COLUMNS, text);
}

const FIELD_OF: ReadonlyMap<string, ListField> = new Map(
  LIST_FIELDS.flatMap((field) => {
    const { header, alsoHeaded }: ListColumn = LIST_COLUMNS[field];
    return [header.zh, header.en, ...alsoHeaded].map((text) => [plainHeader(text), field] as const);
  }),
);

/** What a column is about by its header; null where it is none of ours. */
export function fieldOf(header: string): ListField | null {
  return FIELD_OF.get(plainHeader(header)) ?? null;
}

function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|[\s*:_\u200b\ufeff-]/g, '');
}
