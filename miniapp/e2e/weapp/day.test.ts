import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { arrival } from './day/arrival';
import { booking } from './day/booking';
import { beginDay, type Day, endDay } from './day/day';

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
