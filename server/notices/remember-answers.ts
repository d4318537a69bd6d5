/** Asks each question once: the cases of one slice name the same organisations and the same people over and over. */
export function rememberAnswers<Question extends readonly unknown[], Answer>(
  ask: (...question: Question) => Promise<Answer>,
): (...question: Question) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (...question) => {
    const key = JSON.stringify(question);
    const known = answers.get(key) ?? ask(...question);
    answers.set(key, known);
    return known;
  };
}
