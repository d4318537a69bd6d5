import { CommandError } from '../processes/run-command.ts';

// What Node, apt and go say of a network that is down, closed or has no such name.
const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|was broken off|unreachable|Could not resolve|Could not connect|Unable to connect|Temporary failure|Connection (failed|refused|timed out)|no such host|dial tcp|i\/o timeout/i;

/** In few words why something could not be fetched or built; the whole story is in the error itself. */
export function shortReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const said = error instanceof CommandError ? `${message}\n${error.output}` : message;
  return UNREACHABLE.test(said) ? 'the network does not lead there' : message.slice(0, 300);
}
