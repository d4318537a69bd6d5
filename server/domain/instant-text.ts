import { Temporal } from 'temporal-polyfill';

/** An instant by the clock of Asia/Shanghai, to the minute: 2026-09-16 10:00. */
export function instantText(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}
