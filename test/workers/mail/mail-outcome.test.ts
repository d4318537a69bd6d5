import { expect } from 'chai';
import { mailOutcomeOf } from '../../../workers/mail/mail-outcome.ts';

const refusal = (text: string, details: object) => Object.assign(new Error(text), details);
const toRecipient = (reply: string) =>
  refusal(`Can't send mail - all recipients were rejected: ${reply}`, {
    responseCode: Number(reply.slice(0, 3)),
    code: 'EENVELOPE',
    rejectedErrors: [{}],
  });

describe('what a mail server’s refusal means', () => {
  const rows: [string, unknown, string, boolean | undefined][] = [
    ['no such mailbox', toRecipient('550 no such user'), 'refused', true],
    ['no such mailbox, enhanced', toRecipient('550 5.1.1 User unknown'), 'refused', true],
    ['a mailbox that is shut', toRecipient('550-5.2.1 disabled'), 'refused', true],
    ['a full mailbox', toRecipient('552 5.2.2 Mailbox full'), 'refused', false],
    ['a policy against us', toRecipient('550 5.7.1 Relaying denied'), 'refused', false],
    ['a recipient for later', toRecipient('451 4.7.1 Greylisted'), 'not-now', undefined],
    [
      'our own sender refused',
      refusal('550 5.1.8 bad sender', { responseCode: 550, code: 'EENVELOPE', command: 'MAIL FROM' }),
      'our-fault',
      undefined,
    ],
    ['the message refused', refusal('554 5.1.1 looks like spam', { responseCode: 554 }), 'refused', false],
    [
      'our own sender refused for now',
      refusal('451 4.7.1 later', { responseCode: 451, code: 'EENVELOPE', command: 'MAIL FROM' }),
      'not-now',
      undefined,
    ],
    [
      'our own login',
      refusal('535 5.7.8 wrong password', { responseCode: 535, code: 'EAUTH', command: 'AUTH PLAIN' }),
      'our-fault',
      undefined,
    ],
    [
      'no password where one is asked for',
      refusal('Missing credentials', { code: 'EAUTH' }),
      'our-fault',
      undefined,
    ],
  ];
  for (const [what, error, kind, dead] of rows) {
    it(`${what}: ${kind}${dead === true ? ', and the address is dead' : ''}`, () => {
      const outcome = mailOutcomeOf(error, { begun: false });
      expect({ kind: outcome.kind, dead: outcome.deadAddress }).to.deep.equal({ kind, dead });
    });
  }
});
