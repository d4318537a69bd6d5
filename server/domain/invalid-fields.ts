import { Fault } from './fault.ts';
import type { FaultCode } from './fault-texts.ts';

/** A field at fault: RFC 6901 pointer, and what is wrong with it. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** Input that cannot be taken as it is; it names every field at fault, in either language. */
export class InvalidFields extends Fault {
  readonly errorsIn: (language: 'zh' | 'en') => FieldError[];

  constructor(
    errorsIn: InvalidFields['errorsIn'],
    { code, params = {} }: { code: FaultCode; params?: Record<string, string> } = { code: 'invalid_input' },
  ) {
    super(code, { params });
    this.errorsIn = errorsIn;
  }
}

/** RFC 6901: `/workers/0/name`; the whole input is the empty text. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
