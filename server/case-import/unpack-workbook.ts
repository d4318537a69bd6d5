import { text } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Fault } from '../domain/fault.ts';

/** A list of 1,000 workers unpacks to less than a tenth of this. */
const MOST_UNPACKED = 8 * 1024 * 1024;
const MOST_ENTRIES = 500;

/**
 * The XML parts of an .xlsx by their path. The sizes that the archive tells are added up before anything is unpacked,
 * and a part that holds more than it told is cut off there: a bomb costs no more than an honest file.
 * @throws Fault `list_unreadable`, `list_too_large`
 */
export async function unpackWorkbook(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
    return await readParts(zip);
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('list_unreadable');
  }
}

async function readParts(zip: ZipFile): Promise<Map<string, string>> {
  const entries: Entry[] = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (!/^xl\/[^?]*\.(?:xml|rels)$/.test(entry.fileName)) continue;
    entries.push(entry);
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_UNPACKED || entries.length > MOST_ENTRIES) throw new Fault('list_too_large');
  }
  const parts = new Map<string, string>();
  for (const entry of entries) {
    parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  }
  return parts;
}
