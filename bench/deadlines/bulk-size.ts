/** As many as the sweep moves on at a time, and so many bulks under way at once, on every side that can write in bulk. */
export const BULK = 500;
export const BULKS_IN_FLIGHT = 4;
