import type { FaultCode } from '../domain/fault-texts.ts';
import { isPaged, type Operation, takesKey } from './operation.ts';

/** Of an erased case nothing changes any more; to erase it again changes nothing either. */
function changesCase({ method, path }: Operation): boolean {
  return method !== 'get' && /\/(?:cases|warnings)\/\{/.test(path) && !path.endsWith('/erasure');
}

/** All codes that an operation can be refused with: its own, and those that follow from what it needs. */
export function refusalsOf(operation: Operation): FaultCode[] {
  const { path, access, ifMatch, limited, query, body, file, refusals = [] } = operation;
  const codes: FaultCode[] = [...refusals, 'internal_error'];
  if (path.includes('{')) codes.push('address_malformed');
  if (access === 'staff') codes.push('login_required');
  if (query !== undefined || body !== undefined) codes.push('invalid_input');
  if (body !== undefined) codes.push('malformed_body', 'media_type_unsupported', 'body_too_large');
  if (file !== undefined) codes.push('body_too_large');
  if (takesKey(operation)) codes.push('key_malformed', 'key_reused', 'key_in_use');
  if (changesCase(operation)) codes.push('case_erased');
  if (ifMatch)
    codes.push('version_required', /\/(?:cases|warnings)\//.test(path) ? 'case_changed' : 'record_changed');
  if (isPaged(operation)) codes.push('cursor_foreign');
  if (limited) codes.push('too_many_attempts');
  return codes;
}
