import type { Say } from './narrate.ts';

/** What every way of coming by a server is given. */
export interface ServerContext {
  /** Folder of the servers that were fetched or built for this user; made when something is laid down in it. */
  cache: string;
  /** Progress, for the screen. */
  say: Say;
}
