import type { Bilingual } from './bilingual.ts';

/** What can be wrong with a place and its code. */
export const PLACE_FAULT_TEXTS = {
  region_code_unknown: {
    en: 'No province has a code that begins like {code}. Look the code up in GB/T 2260, or give the place by name alone.',
    zh: '没有以 {code} 前两位开头的省级行政区，请核对行政区划代码（GB/T 2260），或者只填地名。',
  },
  place_contradicts_code: {
    en: 'The code {code} stands for {meaning}, and "{name}" is another place. Correct the one or the other; where the code is not known, the name alone will do.',
    zh: '代码 {code} 表示{meaning}，与“{name}”不是同一个地方。请改正代码或地名；不清楚代码时，只填地名即可。',
  },
} as const satisfies Record<string, Bilingual>;
