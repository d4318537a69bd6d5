import { FAULT_TEXTS, type FaultCode } from './fault-texts.ts';
import { inChineseWords } from './fault-words.ts';

export interface FaultDetails {
  /** RFC 6901 pointer to the field at fault, where there is one. */
  pointer?: string;
  /** Values for the placeholders of the fault's text. */
  params?: Record<string, string>;
}

/** Something that cannot be done as asked. Its code is stable; its texts say what is wrong and what to do. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly pointer: string | undefined;
  readonly params: Record<string, string>;

  constructor(code: FaultCode, { pointer, params = {} }: FaultDetails = {}) {
    super(faultText(code, 'en', params));
    this.name = 'Fault';
    this.code = code;
    this.pointer = pointer;
    this.params = params;
  }
}

/** The sentence for people, in Chinese or English, with its placeholders filled: in Chinese with words for codes. */
export function faultText(code: FaultCode, language: 'zh' | 'en', params: Record<string, string>): string {
  return FAULT_TEXTS[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return language === 'zh' ? inChineseWords(name, value) : value;
  });
}
