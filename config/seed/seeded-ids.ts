import { hash } from 'node:crypto';

/** The bytes that stand for a text in everything that is made from a seed. */
export function seededBytes(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

/** An id (UUID of version 4 by its form) that is the same for the same text. */
export function seededId(text: string): string {
  const bytes = seededBytes(text).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) % 16) + 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) % 64) + 0x80, 8);
  const hex = bytes.toString('hex');
  return [8, 12, 16, 20, 32]
    .map((end, index, ends) => hex.slice(index === 0 ? 0 : ends[index - 1], end))
    .join('-');
}

/** A source of ids below a text, one after the other. */
export function seededIds(text: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return seededId(`${text}/${count}`);
  };
}
