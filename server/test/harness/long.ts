/** Set by `npm run test:long`: the same tests with their full numbers. */
const isLong = process.env['TEST_LONG'] === '1';

/** How much of a test is run: a share of it with every `npm test`, all of it in `npm run test:long`. */
export const amount = (normal: number, long: number): number => (isLong ? long : normal);
