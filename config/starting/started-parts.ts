/** Ends one part of what was started. */
export type EndPart = () => Promise<void> | void;

/** What is running, in the order in which it was started. */
export class StartedParts {
  private readonly ends: EndPart[] = [];
  private readonly ending = new AbortController();

  add(end: EndPart): void {
    this.ends.push(end);
  }

  /** A step of the start; it throws instead of going on once the end has begun. */
  async step<T>(work: Promise<T>): Promise<T> {
    const result = await work;
    this.ending.signal.throwIfAborted();
    return result;
  }

  /** Ends all parts, the last first; one that fails does not keep the others running. False: there were none. */
  async end(): Promise<boolean> {
    this.ending.abort();
    for (const end of this.ends.toReversed()) {
      try {
        await end();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
    return this.ends.length > 0;
  }
}
