// Loaded before anything else (node --import), it makes a process believe that its machine's clock is ahead.
const aheadMs = Number(process.env.TEST_CLOCK_AHEAD_MS);
const RightDate = Date;

class WrongDate extends RightDate {
  constructor(...given) {
    super(...(given.length === 0 ? [RightDate.now() + aheadMs] : given));
  }
  static now() {
    return RightDate.now() + aheadMs;
  }
}
// Mongoose knows a Date by its name.
Object.defineProperty(WrongDate, 'name', { value: 'Date' });
globalThis.Date = WrongDate;
