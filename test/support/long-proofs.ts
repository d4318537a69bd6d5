/** What takes longer than a change should wait for is proved whole by `npm test -- --long`, and shortly else. */
export function areProofsLong(): boolean {
  return process.env['TEST_LONG_PROOFS'] === 'true';
}

/** Also in the processes that run the files. */
export function askForLongProofs(): void {
  process.env['TEST_LONG_PROOFS'] = 'true';
}
