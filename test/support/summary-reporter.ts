import Mocha from 'mocha';

/** Mocha's Spec reporter, closed by the plain line `N passed, N failed, N skipped` that machines read. */
export class SummaryReporter extends Mocha.reporters.Spec {
  override epilogue(): void {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    process.stdout.write(`${passes} passed, ${failures} failed, ${pending} skipped\n`);
  }
}
