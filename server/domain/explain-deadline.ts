import type { Bilingual, Language } from './bilingual.ts';
import { weekdayText } from './day-text.ts';
import type { Deadline } from './deadline.ts';
import { ruleOf } from './deadline-rules.ts';
import { explainStep } from './explain-step.ts';
import type { Audience } from './step-texts.ts';

export interface Reader {
  language: Language;
  /** Mediators are given the articles, workers plain words. */
  audience: Audience;
}

/** One paragraph from which the day can be checked by hand: the answer first, then how it follows, then what comes. */
export function explainDeadline(deadline: Deadline, { language, audience }: Reader): string {
  const steps = deadline.trace.map((step) => explainStep(step, audience, deadline.dueOn));
  const reasons = steps.flatMap((step) => (step === null ? [] : [step[language]]));
  const parts = [answer(deadline)[language], ...reasons, deadline.atEnd[language]].filter(Boolean);
  return parts.join(language === 'zh' ? '' : ' ');
}

function answer({ rule, dueOn, nature }: Deadline): Bilingual {
  const { plain } = ruleOf(rule);
  if (dueOn === null) return nature === 'check' || nature === 'hint' ? plain : { zh: '', en: '' };
  const day = weekdayText(dueOn);
  return { zh: plain.zh.replace('{day}', day.zh), en: plain.en.replace('{day}', day.en) };
}
