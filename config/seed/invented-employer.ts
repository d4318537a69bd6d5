import { CREDIT_CODE_CHARACTERS, creditCheckCharacter } from '../../server/domain/credit-code.ts';
import type { Place } from '../../server/domain/place.ts';
import { seededRandom } from './seeded-random.ts';

const TRADE_NAMES = '恒盛宏信泰华远航瑞丰德润安康天成中和金石鼎新东方长青';
const TRADES = [
  '建筑劳务有限公司',
  '建设工程有限公司',
  '装饰工程有限公司',
  '制造有限公司',
  '物流有限公司',
  '餐饮管理有限公司',
  '商贸有限公司',
  '物业服务有限公司',
  '网络科技有限公司',
] as const;

/** Registered as an enterprise (91) in a region that has no province. */
const NOWHERE = '91380000';
const OWN_PLACES = 9;

export interface InventedEmployer {
  name: string;
  creditCode: string;
}

/** A firm that there is not, the same for the same number; its credit code has the right check character. */
export function inventedEmployer(key: string, { county, city }: Place): InventedEmployer {
  const { int, pick } = seededRandom(`employer/${key}`);
  const one = (characters: string) => characters.charAt(int(0, characters.length - 1));
  const letter = () => one(TRADE_NAMES);
  const own = Array.from({ length: OWN_PLACES }, () => one(CREDIT_CODE_CHARACTERS)).join('');
  const code = `${NOWHERE}${own}`;
  return {
    name: `${(county ?? city ?? '').replace(/[市区县]$/, '')}${letter()}${letter()}${letter()}${pick(TRADES)}`,
    creditCode: `${code}${creditCheckCharacter(code)}`,
  };
}
