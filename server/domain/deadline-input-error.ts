export type DeadlineInputCode =
  | 'impossible-day'
  | 'out-of-range'
  | 'unknown-rule'
  | 'unknown-event'
  | 'missing-start'
  | 'missing-field'
  | 'bad-value'
  | 'bad-region'
  | 'not-in-force'
  | 'not-json';

/** What the caller has to correct: the field, a stable code, and one sentence that says how. */
export class DeadlineInputError extends Error {
  readonly field: string;
  readonly code: DeadlineInputCode;

  constructor(field: string, code: DeadlineInputCode, message: string) {
    super(message);
    this.name = 'DeadlineInputError';
    this.field = field;
    this.code = code;
  }
}
