/**
 * Lets those who ask for the same key while it is being read share that one read. Nothing is kept afterwards, so
 * what anybody gets was read, at the earliest, one read ago.
 */
export function shareReads<Value>(read: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const underWay = new Map<string, Promise<Value>>();
  return (key) => {
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const reading = read(key).finally(() => underWay.delete(key));
    underWay.set(key, reading);
    return reading;
  };
}
