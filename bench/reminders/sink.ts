import { z } from 'zod';
import { startBenchProcess } from '../frame/bench-process.ts';
import { takenMail } from '../sides/mail-sink.ts';

export type TakenMail = z.infer<typeof takenMail>;

export interface Sink {
  smtpUrl: string;
  /** Waits for so many mails, and hands over all that came since the last time. */
  take: (count: number) => Promise<TakenMail[]>;
}

/** A mail server in a fresh process, which keeps of each message what is needed to compare it. */
export async function withSink<Result>(use: (sink: Sink) => Promise<Result>): Promise<Result> {
  const process = startBenchProcess('mail-sink');
  try {
    const { smtpUrl } = await process.ask({ listen: true }, z.object({ smtpUrl: z.string() }));
    const take = async (count: number) =>
      (await process.ask({ count }, z.object({ mails: z.array(takenMail) }))).mails;
    return await use({ smtpUrl, take });
  } finally {
    await process.stop();
  }
}
