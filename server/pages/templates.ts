import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';

/** The templates of all pages; what is put into them is escaped. */
export const templates = new nunjucks.Environment(
  new nunjucks.FileSystemLoader(fileURLToPath(new URL('.', import.meta.url))),
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
);
