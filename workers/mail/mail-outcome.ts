import type { MailOutcome } from '../../server/notices/send-notice.ts';

/** What nodemailer tells of a failure. Its `command` says CONN for every broken line, so it decides nothing. */
interface MailFailure {
  responseCode?: unknown;
  code?: unknown;
}

/**
 * Tells a failed hand-over apart: a 5xx is final, except for our own login; a 4xx is for later, and so is a line
 * that broke before the message began. One that broke after that is in doubt: the server may have the message
 * although its answer was lost (RFC 5321, 4.5.3.2.6).
 */
export function mailOutcomeOf(error: unknown, { begun }: { begun: boolean }): MailOutcome {
  const answer = error instanceof Error ? error.message : String(error);
  const { responseCode, code }: MailFailure = typeof error === 'object' && error !== null ? error : {};
  if (typeof responseCode === 'number') {
    return { kind: responseCode >= 500 && code !== 'EAUTH' ? 'refused' : 'not-now', answer };
  }
  return { kind: begun ? 'in-doubt' : 'not-now', answer };
}
