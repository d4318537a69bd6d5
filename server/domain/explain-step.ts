import type { Bilingual } from './bilingual.ts';
import type { TraceStep } from './deadline.ts';
import * as text from './step-texts.ts';

/** One step of the reasoning as a sentence; null where this reader needs none. */
export function explainStep(
  step: TraceStep,
  audience: text.Audience,
  dueOn: string | null,
): Bilingual | null {
  let sentence: Bilingual | null;
  switch (step.step) {
    case 'rule':
      sentence = text.ruleText(step, audience);
      break;
    case 'start':
      sentence = text.startText(step);
      break;
    case 'restart':
      sentence = text.restartText(step);
      break;
    case 'pause':
      sentence = text.pauseText(step);
      break;
    case 'extend':
      sentence = text.extendText(step);
      break;
    case 'no-effect':
      sentence = text.noEffectText(step);
      break;
    case 'count':
      sentence = text.countText(step, audience);
      break;
    case 'named-day':
      sentence = text.namedDayText(step);
      break;
    case 'roll':
      sentence = text.rollText(step, audience);
      break;
    case 'provisional':
      sentence = text.provisionalText(step);
      break;
    case 'cautious':
      sentence = text.cautiousText(step, audience);
      break;
    case 'no-day':
      sentence = text.noDayText(step);
      break;
    case 'end':
      sentence = text.endText(step, dueOn);
      break;
  }
  return sentence;
}
