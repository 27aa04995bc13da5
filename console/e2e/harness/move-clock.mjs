/**
 * Loaded before the server: its clock is CLOCK_OFFSET_MS ahead, so that the day of the tests is always the same; its parent
 * moves it on by a message of so many ms.
 */
let offset = Number(process.env.CLOCK_OFFSET_MS);
const now = Date.now;
Date.now = () => now() + offset;

process.on('message', (ms) => {
  offset += ms;
  process.send('moved');
});
process.on('disconnect', () => process.exit(0));
