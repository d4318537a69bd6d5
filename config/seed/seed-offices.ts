/** Where a district or county mediates, below the union of its city; names and weights as in 24 published cases. */
export interface SeedOffice {
  /** Its code of GB/T 2260. */
  key: string;
  name: string;
  city: string;
  weight: number;
}

/** Below which all cities stand, so that somebody sees every case there is. */
export const SEED_ROOT = { key: 'root', name: '工会劳动争议调解试用总站' } as const;

export const SEED_CITIES = {
  610100: '西安市',
  110100: '北京市',
  340100: '合肥市',
  420300: '十堰市',
  330500: '湖州市',
  350500: '泉州市',
  320300: '徐州市',
  370200: '青岛市',
} as const;

export const OFFICES: readonly SeedOffice[] = [
  { key: '610104', name: '莲湖区', city: '610100', weight: 2 },
  { key: '610117', name: '高陵区', city: '610100', weight: 1 },
  { key: '110101', name: '东城区', city: '110100', weight: 1 },
  { key: '110109', name: '门头沟区', city: '110100', weight: 1 },
  { key: '340103', name: '庐阳区', city: '340100', weight: 1 },
  { key: '340111', name: '包河区', city: '340100', weight: 1 },
  { key: '420303', name: '张湾区', city: '420300', weight: 1 },
  { key: '420302', name: '茅箭区', city: '420300', weight: 1 },
  { key: '330521', name: '德清县', city: '330500', weight: 1 },
  { key: '330502', name: '吴兴区', city: '330500', weight: 1 },
  { key: '350502', name: '鲤城区', city: '350500', weight: 1 },
  { key: '350503', name: '丰泽区', city: '350500', weight: 1 },
  { key: '320382', name: '邳州市', city: '320300', weight: 1 },
  { key: '320302', name: '鼓楼区', city: '320300', weight: 1 },
  { key: '370203', name: '市北区', city: '370200', weight: 1 },
  { key: '370202', name: '市南区', city: '370200', weight: 1 },
];

export const OFFICE_KEYS: readonly string[] = OFFICES.map(({ key }) => key);
export const MEDIATORS_AN_OFFICE = 3;
