import { accepted, agreed, type Day, type DemoStep, failed, paid, session, started } from './demo-steps.ts';

/** A dispute in a few words, its days counted back from today. */
export interface Dispute {
  /** How many days ago the worker came. */
  daysAgo: number;
  worker: string;
  origin: [regionCode: string, name: string];
  employer: string;
  seat: [regionCode: string, name: string];
  cause:
    | 'wages'
    | 'economic-compensation'
    | 'work-injury'
    | 'social-insurance'
    | 'overtime-pay'
    | 'double-wage';
  claimedYuan: number | null;
  summary: string;
  steps?: (day: Day) => DemoStep[];
}

const DEZHOU: [string, string] = ['371402', '德州市德城区'];
const LIAOCHENG: [string, string] = ['371502', '聊城市东昌府区'];
const ZHOUKOU: [string, string] = ['411602', '周口市川汇区'];
export const JINAN: [string, string] = ['370102', '济南市历下区'];
const SHANGHAI: [string, string] = ['310115', '上海市浦东新区'];

/** A dozen disputes, one in every stage. */
export const DISPUTES: readonly Dispute[] = [
  {
    daysAgo: 0,
    worker: '张建军',
    origin: DEZHOU,
    employer: '济南某装饰工程有限公司',
    seat: JINAN,
    cause: 'wages',
    claimedYuan: 18_600,
    summary: '装修工，三个月工资没有发。',
  },
  {
    daysAgo: 2,
    worker: '刘秀英',
    origin: ZHOUKOU,
    employer: '济南某餐饮管理有限公司',
    seat: JINAN,
    cause: 'double-wage',
    claimedYuan: 24_000,
    summary: '工作八个月没有签书面劳动合同。',
  },
  {
    daysAgo: 6,
    worker: '陈志强',
    origin: JINAN,
    employer: '山东某物流有限公司',
    seat: JINAN,
    cause: 'overtime-pay',
    claimedYuan: 9800,
    summary: '周末加班没有加班费。',
    steps: (day) => [accepted(day, 4)],
  },
  {
    daysAgo: 8,
    worker: '赵桂兰',
    origin: LIAOCHENG,
    employer: '上海某保洁服务有限公司',
    seat: SHANGHAI,
    cause: 'wages',
    claimedYuan: 7200,
    summary: '项目撤场，最后两个月工资没有结清。',
    steps: (day) => [accepted(day, 7), started(day, 6), session(day, 3)],
  },
  {
    daysAgo: 16,
    worker: '孙大伟',
    origin: DEZHOU,
    employer: '济南某钢结构有限公司',
    seat: JINAN,
    cause: 'work-injury',
    claimedYuan: 120_000,
    summary: '高处坠落，单位没有缴工伤保险。',
    steps: (day) => [accepted(day, 14), started(day, 13), session(day, 5)],
  },
  {
    daysAgo: 20,
    worker: '马丽',
    origin: JINAN,
    employer: '济南某教育咨询有限公司',
    seat: JINAN,
    cause: 'economic-compensation',
    claimedYuan: 36_000,
    summary: '校区关闭，单位口头通知解除劳动合同。',
    steps: (day) => [accepted(day, 18), started(day, 18), session(day, 10)],
  },
  {
    daysAgo: 25,
    worker: '周海涛',
    origin: ZHOUKOU,
    employer: '上海某建筑劳务有限公司',
    seat: SHANGHAI,
    cause: 'wages',
    claimedYuan: 52_000,
    summary: '跟随班组施工，工程款未到，工资拖欠五个月。',
    steps: (day) => [
      accepted(day, 23),
      started(day, 22),
      session(day, 18),
      agreed(day, 14, [
        { inDays: 16, yuan: 26_000 },
        { inDays: 46, yuan: 26_000 },
      ]),
    ],
  },
  {
    daysAgo: 40,
    worker: '吴敏',
    origin: JINAN,
    employer: '济南某服饰有限公司',
    seat: JINAN,
    cause: 'social-insurance',
    claimedYuan: null,
    summary: '单位一直没有缴纳社会保险。',
    steps: (day) => [
      accepted(day, 38),
      started(day, 37),
      session(day, 30),
      agreed(day, 28, [{ inDays: 20, yuan: 8000 }]),
      paid(day, 9, 0),
    ],
  },
  {
    daysAgo: 45,
    worker: '郑国平',
    origin: DEZHOU,
    employer: '济南某机械制造有限公司',
    seat: JINAN,
    cause: 'wages',
    claimedYuan: 15_500,
    summary: '停产放假，拖欠两个月工资。',
    steps: (day) => [
      accepted(day, 43),
      started(day, 42),
      session(day, 36),
      agreed(day, 33, [
        { inDays: 13, yuan: 8000 },
        { inDays: 31, yuan: 7500 },
      ]),
      paid(day, 20, 0),
    ],
  },
  {
    daysAgo: 50,
    worker: '何晓燕',
    origin: LIAOCHENG,
    employer: '济南某电子商务有限公司',
    seat: JINAN,
    cause: 'economic-compensation',
    claimedYuan: 21_000,
    summary: '孕期被调岗降薪后离职。',
    steps: (day) => [accepted(day, 49), started(day, 48), session(day, 40), failed(day, 34)],
  },
  {
    daysAgo: 60,
    worker: '高鹏',
    origin: ZHOUKOU,
    employer: '济南某外卖服务有限公司',
    seat: JINAN,
    cause: 'wages',
    claimedYuan: 6400,
    summary: '站点更换承包人，最后一个月配送费没有结算。',
    steps: (day) => [
      accepted(day, 58),
      started(day, 57),
      session(day, 52),
      failed(day, 44),
      {
        by: 'mediator',
        action: 'hand-to-arbitration',
        input: () => ({
          handedOn: day(42),
          commission: '济南市历下区劳动人事争议仲裁委员会',
          consentOn: day(43),
          documents: ['仲裁申请书', '配送记录', '调解终止书'],
        }),
      },
    ],
  },
  {
    daysAgo: 12,
    worker: '林芳',
    origin: JINAN,
    employer: '济南某健身服务有限公司',
    seat: JINAN,
    cause: 'wages',
    claimedYuan: 11_000,
    summary: '门店停业，负责人不愿意调解。',
    steps: (day) => [
      {
        by: 'head',
        action: 'refuse',
        input: () => ({
          decidedOn: day(10),
          reason: 'other-side-refuses',
          directedTo: '济南市历下区劳动人事争议仲裁委员会',
        }),
      },
    ],
  },
];
