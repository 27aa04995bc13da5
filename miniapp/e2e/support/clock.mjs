/**
 * Loaded before a program (`node --import`): its clock is CLOCK_OFFSET_MS away from the computer's, its parent moves it on
 * by a message of so many ms, and it ends with its parent.
 */
let offset = Number(process.env.CLOCK_OFFSET_MS);
const realNow = Date.now;
Date.now = () => realNow() + offset;

process.on('message', (ms) => {
  offset += ms;
  process.send('moved');
});
process.on('disconnect', () => process.exit(0));
