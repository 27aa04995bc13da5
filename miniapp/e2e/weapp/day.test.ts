import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { arrival } from './day/arrival';
import { booking } from './day/booking';
import { serviceCase } from './day/case';
import { beginDay, type Day, endDay } from './day/day';
import { notice } from './day/notice';
import { ownThings } from './day/own';
import { question } from './day/question';

/** One person's day in the compiled mini-program, chapter by chapter. */
let today: Day;
const day = () => today;

before(async () => {
  today = await beginDay();
});
afterEach(async () => {
  assert.deepEqual(await today.app.problems(), []);
});
after(() => endDay(today));

arrival(day);
booking(day);
serviceCase(day);
notice(day);
question(day);
ownThings(day);
