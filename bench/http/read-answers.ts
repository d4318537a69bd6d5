/** An answer as it came; its body is valid for as long as the caller does not return. */
export interface RawAnswer {
  status: number;
  head: string;
  body: Buffer;
}

const HEAD_END = '\r\n\r\n';
const STATUS = { from: 'HTTP/1.1 '.length, to: 'HTTP/1.1 200'.length };

/**
 * Puts the answers of one connection together, by their Content-Length alone: a client that can do more takes more
 * of the machine than a bare server does.
 */
export function readAnswers(onAnswer: (answer: RawAnswer) => void): (chunk: Buffer) => void {
  let read: Buffer = Buffer.alloc(0);
  return (chunk) => {
    read = read.length === 0 ? chunk : Buffer.concat([read, chunk]);
    const headBytes = read.indexOf(HEAD_END);
    if (headBytes === -1) return;
    const head = read.toString('latin1', 0, headBytes);
    const bodyAt = headBytes + HEAD_END.length;
    const length = /^content-length: (\d+)/im.exec(head)?.[1];
    if (length === undefined) throw new Error(`An answer does not say how long it is:\n${head}`);
    const end = bodyAt + Number(length);
    if (read.length < end) return;
    const body = read.subarray(bodyAt, end);
    read = read.subarray(end);
    onAnswer({ status: Number(head.slice(STATUS.from, STATUS.to)), head, body });
  };
}
