import { readFileSync } from 'node:fs';
import nunjucks from 'nunjucks';

const environment = new nunjucks.Environment(null, {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
});
const layout = nunjucks.compile(
  readFileSync(new URL('mail-layout.njk', import.meta.url), 'utf8'),
  environment,
);

/** Names may be Chinese in an English block; full-width stops are not. */
const CHINESE_STOPS = /[，。：]/;

/**
 * The same words as the plain text, set to be read: large, on a narrow screen too, each language by its own name for
 * a screen reader. Made from the text, so that the two parts never differ; nothing is loaded from anywhere.
 */
export function mailHtml({ subject, text }: { subject: string; text: string }): string {
  const blocks = text
    .split(/\n{2,}/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => ({
      lang: CHINESE_STOPS.test(lines[0] ?? '') ? 'zh-CN' : 'en',
      parts: lines.reduce<Part[]>(withLine, []),
    }));
  return layout.render({ subject, blocks });
}

interface Part {
  kind: 'paragraph' | 'list';
  lines: string[];
}

/** Lines with a dot or dash before them that follow each other are the items of one list. */
function withLine(parts: Part[], line: string): Part[] {
  const item = /^[·-] (?<words>.*)$/.exec(line)?.groups?.['words'];
  if (item === undefined) return [...parts, { kind: 'paragraph', lines: [line] }];
  const last = parts.at(-1);
  if (last?.kind !== 'list') return [...parts, { kind: 'list', lines: [item] }];
  return [...parts.slice(0, -1), { kind: 'list', lines: [...last.lines, item] }];
}
