import type { z } from 'zod';
import type { Bilingual } from '../domain/bilingual.ts';

type Issue = z.core.$ZodRawIssue;
type Limit = Extract<Issue, { code: 'too_big' | 'too_small' }>;

const MISSING: Bilingual = { en: 'is missing: add it', zh: '缺少这一项，请补上' };
const OTHERWISE: Bilingual = {
  en: 'is not as it must be: see this request in /openapi.json',
  zh: '不符合要求，请查看 /openapi.json 中对该请求的说明',
};

const TYPES: Record<string, Bilingual> = {
  string: { en: 'must be text', zh: '须为文本' },
  number: {
    en: 'must be a number that is not out of measure, without quotes',
    zh: '须为大小适当的数字，不加引号',
  },
  int: { en: 'must be a whole number', zh: '须为整数' },
  boolean: { en: 'must be true or false, without quotes', zh: '须为 true 或 false，不加引号' },
  array: { en: 'must be a list: [ … ]', zh: '须为列表：[ … ]' },
  object: { en: 'must be an object with its fields: { … }', zh: '须为含各字段的对象：{ … }' },
  record: { en: 'must be an object with its fields: { … }', zh: '须为含各字段的对象：{ … }' },
};

const FORMATS: Record<string, Bilingual> = {
  date: {
    en: 'must be a day that exists, as YYYY-MM-DD',
    zh: '须为存在的日期，格式为 YYYY-MM-DD',
  },
  uuid: {
    en: 'must be an id as this service gave it (a UUID)',
    zh: '须为本服务给出的 id（UUID）',
  },
  email: {
    en: 'must be an e-mail address, like name@union.example',
    zh: '须为电子邮箱地址，例如 name@union.example',
  },
};

/** What zod finds wrong with a field, for people: what it must be, and so what to do. */
export function fieldWords(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? MISSING : (TYPES[issue.expected] ?? OTHERWISE);
    case 'invalid_format':
      return FORMATS[issue.format] ?? OTHERWISE;
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'too_big':
      return atMost(issue, issue.maximum);
    case 'too_small':
      return atLeast(issue, issue.minimum);
    case 'unrecognized_keys':
    case 'invalid_key':
      return { en: 'is no field of this request: take it out', zh: '不是本请求的字段，请去掉' };
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_element':
    case 'custom':
      return OTHERWISE;
  }
}

function oneOf(values: readonly string[]): Bilingual {
  const [only, another] = values;
  if (another === undefined) return { en: `must be ${only}, or left out`, zh: `须为 ${only}，或不填` };
  return { en: `must be one of: ${values.join(', ')}`, zh: `须为以下之一：${values.join('、')}` };
}

function atMost({ origin }: Limit, maximum: number | bigint): Bilingual {
  if (origin === 'string') {
    return {
      en: `must be at most ${maximum} characters: shorten it`,
      zh: `不得超过 ${maximum} 个字，请缩短`,
    };
  }
  if (origin === 'array') {
    return {
      en: `must hold no more than ${maximum} entries: send fewer`,
      zh: `不得超过 ${maximum} 项，请减少`,
    };
  }
  return { en: `must be ${maximum} at most`, zh: `不得大于 ${maximum}` };
}

function atLeast({ origin }: Limit, minimum: number | bigint): Bilingual {
  if (origin === 'string') {
    return minimum === 1
      ? { en: 'must not be empty: fill it in', zh: '不能为空，请填写' }
      : {
          en: `must be at least ${minimum} characters: make it longer`,
          zh: `不得少于 ${minimum} 个字，请加长`,
        };
  }
  if (origin === 'array') {
    return { en: `must hold ${minimum} or more entries: add to it`, zh: `不得少于 ${minimum} 项，请补充` };
  }
  return { en: `must be ${minimum} at least`, zh: `不得小于 ${minimum}` };
}
