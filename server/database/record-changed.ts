import { Fault } from '../domain/fault.ts';
import type { FaultCode } from '../domain/fault-texts.ts';

/** Why a record could not be written at the version that was seen, by what is there now. */
export function recordChanged(now: { version?: number } | null, missing: FaultCode): Fault {
  if (now === null) return new Fault(missing);
  return new Fault('record_changed', { params: { version: String(now.version ?? 0) } });
}
