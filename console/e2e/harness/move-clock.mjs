/** Loaded before the server: its clock is CLOCK_OFFSET_MS ahead, so that the day of the tests is always the same. */
const offset = Number(process.env.CLOCK_OFFSET_MS);
const now = Date.now;
Date.now = () => now() + offset;
