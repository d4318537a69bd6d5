import type { MailOutcome } from '../../server/notices/mail-channel.ts';

/** What nodemailer tells of a failure. Its `command` says CONN for every broken line, so of those it tells nothing. */
interface MailFailure {
  responseCode?: unknown;
  code?: unknown;
  command?: unknown;
  /** There only when the server refused the recipient, not the sender or the message. */
  rejectedErrors?: unknown;
}

/**
 * Tells a failed hand-over apart: a login or a sender that is refused is nothing that the addressee could help; any
 * other 5xx is final; a 4xx is for later, and so is a line that broke before the message began. One that broke after that is in doubt: the server may have the message
 * although its answer was lost (RFC 5321, 4.5.3.2.6).
 */
export function mailOutcomeOf(error: unknown, { begun }: { begun: boolean }): MailOutcome {
  const answer = error instanceof Error ? error.message : String(error);
  const failure: MailFailure = typeof error === 'object' && error !== null ? error : {};
  const { responseCode } = failure;
  if (refusesUs(failure)) return { kind: 'our-fault', answer };
  if (typeof responseCode === 'number') {
    if (responseCode < 500) return { kind: 'not-now', answer };
    return {
      kind: 'refused',
      answer,
      deadAddress: Array.isArray(failure.rejectedErrors) && saysDead(answer),
    };
  }
  return { kind: begun ? 'in-doubt' : 'not-now', answer };
}

/** The server refused our login, or the address that we send from: MAIL FROM comes before any recipient is named. */
function refusesUs({ responseCode, code, command }: MailFailure): boolean {
  if (code === 'EAUTH') return true;
  return command === 'MAIL FROM' && typeof responseCode === 'number' && responseCode >= 500;
}

/**
 * 550, 551 or 553 to the recipient: no such mailbox (RFC 5321, 4.2.3). Where an enhanced code is given it decides
 * (RFC 3463): 5.1.x speaks of the address, 5.2.1 of a mailbox that is shut; a full one or a policy is none of it.
 */
function saysDead(answer: string): boolean {
  const reply = /\b(?<basic>5\d\d)[ -](?:(?<enhanced>5\.\d{1,3}\.\d{1,3})\b)?/.exec(answer)?.groups;
  const enhanced = reply?.['enhanced'];
  if (enhanced !== undefined) return /^5\.(?:1\.\d+|2\.1)$/.test(enhanced);
  return ['550', '551', '553'].includes(reply?.['basic'] ?? '');
}
