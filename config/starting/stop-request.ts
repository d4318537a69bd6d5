const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
// One Ctrl-C arrives several times: from the terminal, and passed on by npm and by with-packages.mjs.
const ONE_PRESS_MS = 400;
const LOOK_FOR_LAUNCHER_MS = 500;

/** Calls back once the process that started this one is gone: killed, it could pass no signal on. */
function onLauncherGone(gone: () => void): void {
  const launcher = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === launcher) return;
    clearInterval(timer);
    gone();
  }, LOOK_FOR_LAUNCHER_MS);
  timer.unref();
}

/**
 * Resolves at the first Ctrl-C or SIGTERM, when the terminal is closed, or when the npm that started this is
 * gone. A second Ctrl-C calls `force`, which has to end this process at once.
 */
export function stopRequest(force: () => void): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (firstAt === undefined) {
          firstAt = Date.now();
          resolve();
        } else if (Date.now() - firstAt > ONE_PRESS_MS) force();
      });
    }
    // Without npm, whoever started us may have meant to leave us running.
    if (process.env['npm_lifecycle_event'] !== undefined) onLauncherGone(resolve);
  });
}
