import type { WAYS_OF_MEETING } from '../../server/domain/actions/record-session.ts';
import type { INSTRUMENTS, WAYS_OF_SIGNING } from '../../server/domain/agreement.ts';
import type { Told } from './told-event.ts';

type Words<Code> = readonly (readonly [RegExp, Code])[];

const ONLINE = /\bonline\b|mini-?program|\bapp\b/;

const MEETING: Words<(typeof WAYS_OF_MEETING)[number]> = [
  [/\bvideo\b/, 'video'],
  [ONLINE, 'online'],
  [/telephone|\bphone/, 'telephone'],
  [/\bseparate(?:ly)? |back[- ]to[- ]back/, 'separately'],
  [/face to face|in person|on the spot|on site/, 'in-person'],
];

const SIGNING: Words<(typeof WAYS_OF_SIGNING)[number]> = [
  [ONLINE, 'online'],
  [/\bfax\b/, 'by-fax'],
  [/\bby (?:post|courier|mail)\b/, 'by-post'],
  [/on the spot|on site|in person|at the table/, 'in-person'],
];

/** A court that is to confirm what was agreed, or lends its room, has not made the paper. */
const PAPERS: Words<(typeof INSTRUMENTS)[number]> = [
  [/\boral(?:ly)?\b|\bverbal(?:ly)?\b/, 'oral'],
  [
    /arbitration (?:commission |court |tribunal )?(?:issues|makes|mediat)|mediated (?:in|by|at) (?:the )?arbitration/,
    'arbitration-mediation-statement',
  ],
  [
    /(?:in|inside|during) (?:the )?suit\b|^in court\b|(?:mediated|settled) (?:in|by|before) (?:the )?(?:\w+ )?court|court (?:of [a-z -]+ )?(?:issues|makes|mediates)|court mediation/,
    'court-mediation-statement',
  ],
  [/settle(?:ment)? (?:in|during) (?:the )?enforcement|enforcement settlement/, 'settlement'],
];

/** How the parties met; null where the words do not say. A platform that is a party is no way of meeting. */
export function meetingOf(told: Told) {
  return codeOf(MEETING, told) ?? (isOnPlatform(told) ? 'online' : null);
}

export function signingOf(told: Told) {
  return codeOf(SIGNING, told) ?? (isOnPlatform(told) ? 'online' : null);
}

export function instrumentOf(told: Told) {
  return codeOf(PAPERS, told) ?? 'mediation-agreement';
}

function codeOf<Code>(words: Words<Code>, { facts }: Told): Code | null {
  return words.find(([pattern]) => facts.says(pattern))?.[1] ?? null;
}

function isOnPlatform({ facts, published }: Told): boolean {
  return facts.says(/platform/) && !published.respondents.some(({ kind }) => kind === 'platform');
}
