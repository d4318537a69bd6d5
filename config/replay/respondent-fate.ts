import type { PartialDay } from '../../server/domain/partial-day.ts';
import { monthIn } from './told-days.ts';

/** Who died or fled there is not the respondent: "employer of the deceased worker". */
const SOMEBODY_ELSE =
  /\bdeceased (?:worker|employee|man|woman|miner|driver|rider)s?\b|\b(?:worker|employee|man|woman|miner|driver|rider)s? who (?:had )?died\b|\bof (?:the|a) (?:deceased|dead|dissolved|bankrupt|insolvent|deregistered) \w+/g;

const FATES = [
  { kind: 'died', pattern: /\bdied\b|\bdeceased\b/ },
  {
    kind: 'fled',
    pattern:
      /\bgone\b|\bfled\b|abscond|disappear|vanish|cannot be (?:found|reached)|untraceable|unreachable|out of (?:contact|reach)|lost contact|whereabouts unknown|ran away|run off|(?:is|went) missing|missing since/,
  },
  { kind: 'being-wound-up', pattern: /wound up|liquidat/ },
  { kind: 'detained', pattern: /detention|detained|arrested|jailed|in (?:custody|prison)|imprisoned/ },
  { kind: 'insolvent', pattern: /insolven|bankrupt/ },
  { kind: 'deregistered', pattern: /deregistered|struck off|registration cancelled|dissolved/ },
  { kind: 'replaced', pattern: /\bmerged\b|taken over by|absorbed/ },
] as const;

/** What became of a respondent, where the description says so, with its month or year where that is said too. */
export function fateOf(
  described: string,
): { kind: (typeof FATES)[number]['kind']; on: PartialDay | null } | null {
  const text = described.toLowerCase().replaceAll(SOMEBODY_ELSE, '');
  for (const { kind, pattern } of FATES) {
    const at = text.search(pattern);
    if (at !== -1) return { kind, on: monthIn(text.slice(at).split(/[,;]/)[0] ?? '') };
  }
  return null;
}
