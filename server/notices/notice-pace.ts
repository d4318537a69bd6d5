/** The times of sending, all in proportion to one, in whole milliseconds: Redis takes no others. */
export interface NoticePace {
  /** After so long without a mark of its worker a row is taken from it. */
  leaseMs: number;
  /** So long the queue leaves a job with a worker that gives no sign; it must not outlive the lease. */
  jobLockMs: number;
  /** From one attempt to the next; the last one stands for all that follow. */
  retryPausesMs: readonly [number, ...number[]];
  /** The longest silence of a mail server while it is waited for. */
  mailWaitMs: number;
  /** So old may the knowledge be that a notice is still true when its message begins. */
  freshMs: number;
}

/** With a lease of 90 s: attempts begin 30 s apart, none waits longer than 5 min, a mail server may be silent for 20 s. */
export function noticePace(leaseMs: number): NoticePace {
  const part = (times: number, of: number) => Math.round((leaseMs * times) / of);
  return {
    leaseMs,
    jobLockMs: part(1, 3),
    retryPausesMs: [part(1, 3), part(2, 3), part(4, 3), part(10, 3)],
    mailWaitMs: part(2, 9),
    freshMs: 1000,
  };
}
