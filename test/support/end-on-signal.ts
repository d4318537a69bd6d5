/** A first signal ends what was started; a second one leaves that to its guard. */
export function endOnSignal(end: () => Promise<unknown>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      process.on(signal, () => process.exit(130));
      void end().finally(() => process.exit(130));
    });
  }
}
