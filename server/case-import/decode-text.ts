import { Fault } from '../domain/fault.ts';

/**
 * Text as offices save it: UTF-8 with or without a mark, the Unicode text of Excel (UTF-16), or else GB18030, which
 * holds GBK and GB 2312.
 * @throws Fault `list_unreadable`
 */
export function decodeText(bytes: Buffer): string {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  }
  throw new Fault('list_unreadable');
}
