import { checkCharacter } from '../../server/domain/id-number.ts';
import { addDays } from '../../server/domain/legal-day.ts';
import type { SeededRandom } from './seeded-random.ts';

const SURNAMES = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
);
const GIVEN = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红娥玲芬燕彩春菊凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉建国志文海山峰龙',
);

/**
 * 38 is the code of no province, so that no identity number is anybody's; and no telephone company has been given 160.
 */
const NO_PROVINCE = '38';
const NOT_IN_USE = '160';
/** The longest working life back from the day of the application. */
const OLDEST_DAYS = 62 * 365;
const YOUNGEST_DAYS = 18 * 366;

export interface InventedPerson {
  name: string;
  phone: string;
  idNumber: string;
}

/** Somebody whom there is not: with a number whose check character is right, and a telephone that rings nowhere. */
export function inventedPerson(random: SeededRandom, asOf: string): InventedPerson {
  const { int, chance } = random;
  const born = addDays(asOf, -int(YOUNGEST_DAYS, OLDEST_DAYS)).replaceAll('-', '');
  const digits = `${NO_PROVINCE}${digitsOf(int(101, 2999), 4)}${born}${digitsOf(int(1, 999), 3)}`;
  const given = () => one(GIVEN, random);
  return {
    name: `${one(SURNAMES, random)}${given()}${chance(0.75) ? given() : ''}`,
    phone: `${NOT_IN_USE}${digitsOf(int(0, 99_999_999), 8)}`,
    idNumber: `${digits}${checkCharacter(digits)}`,
  };
}

function one(letters: readonly string[], { int }: SeededRandom): string {
  return letters[int(0, letters.length - 1)] ?? '';
}

function digitsOf(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
