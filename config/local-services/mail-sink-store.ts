import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Whom the SMTP client named, which need not be whom the headers name. */
export interface Envelope {
  from: string;
  to: readonly string[];
}

export interface MailSinkStore {
  /** Resolves with the message's id once it is safe on disk: it may be acknowledged then, and not before. */
  keep(envelope: Envelope, message: AsyncIterable<Buffer>): Promise<string>;
  /** Ids, newest first. */
  list(): Promise<string[]>;
  /** The bytes as they came, below one Return-Path and the Delivered-To lines; null when there is none. */
  read(id: string): Promise<Buffer | null>;
}

const SUFFIX = '.eml';
const ID = /^\d{8}T\d{9}Z-\d{6}-[0-9a-f]{8}$/;

/** The envelope as the lines that mail servers write on delivery. */
const deliveryLines = ({ from, to }: Envelope) =>
  [`Return-Path: <${from}>`, ...to.map((address) => `Delivered-To: ${address}`), ''].join('\r\n');

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeSynced(file: string, chunks: AsyncIterable<Buffer | string>): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of chunks) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* withDeliveryLines(envelope: Envelope, message: AsyncIterable<Buffer>) {
  yield deliveryLines(envelope);
  yield* message;
}

/** Opens the folder in which each message is a file of its own; what an earlier run kept is still there. */
export async function openMailSinkStore(folder: string): Promise<MailSinkStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let count = 0;
  const nextId = () => {
    count = (count + 1) % 1_000_000;
    const at = new Date().toISOString().replaceAll(/[-:.]/g, '');
    return `${at}-${String(count).padStart(6, '0')}-${randomBytes(4).toString('hex')}`;
  };
  return {
    async keep(envelope, message) {
      const id = nextId();
      const file = path.join(folder, id);
      try {
        await writeSynced(file, withDeliveryLines(envelope, message));
        await rename(file, file + SUFFIX);
      } catch (error) {
        await rm(file, { force: true });
        throw error;
      }
      await syncFolder(folder);
      return id;
    },
    async list() {
      const names = await readdir(folder);
      const ids = names.filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
      return ids.sort().toReversed();
    },
    async read(id) {
      if (!ID.test(id)) return null;
      return readFile(path.join(folder, id + SUFFIX)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
    },
  };
}
