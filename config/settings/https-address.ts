import { z } from 'zod';

/** Open lines are for this machine only. A new one each time: words are kept by schema. */
export const httpsAddress = () =>
  z
    .string()
    .regex(
      /^https:\/\/[^\s/?#]+\S*$|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/]\S*$/,
      'is not an https address',
    );
