import type { Response } from 'express';

export interface Hold {
  /** What must come true before anything is sent. */
  until: () => Promise<void>;
  /** Answers instead, where it does not. */
  failed: (error: unknown) => void;
}

/**
 * Lets everything that would be sent wait, in its order, and drops it where there is no leave to send it. What stands
 * in for `end` and `write` is overwritten afterwards and not deleted: V8 makes a dictionary of an object that loses a
 * property, and everything that Node then does with the answer gets slow.
 */
export function holdAnswer(response: Response, hold: Hold): void {
  const held = new HeldAnswer(response, hold);
  response.end = (...args: unknown[]) => {
    void held.send('end', args);
    return response;
  };
  response.write = (...args: unknown[]) => {
    void held.send('write', args).then((sent) => sent && response.emit('drain'));
    return false;
  };
}

class HeldAnswer {
  readonly #response: Response;
  readonly #hold: Hold;
  readonly #own: Pick<Response, 'end' | 'write'>;
  #leave: Promise<boolean> | undefined;

  constructor(response: Response, hold: Hold) {
    this.#response = response;
    this.#hold = hold;
    this.#own = { end: Reflect.get(response, 'end'), write: Reflect.get(response, 'write') };
  }

  async send(name: 'end' | 'write', args: unknown[]): Promise<boolean> {
    this.#leave ??= this.#askLeave();
    const isLeave = await this.#leave;
    if (isLeave) Reflect.apply(this.#own[name], this.#response, args);
    return isLeave;
  }

  async #askLeave(): Promise<boolean> {
    try {
      await this.#hold.until();
      Object.assign(this.#response, this.#own);
      return true;
    } catch (error) {
      Object.assign(this.#response, this.#own);
      this.#hold.failed(error);
      return false;
    }
  }
}
