import { addDays, defaultBookingRules, instantAt, MINUTE_MS } from '@yiyun/shared';
import { HoldsJob } from '../../../src/modules/appointments/holds.job.js';
import { NoShowsJob } from '../../../src/modules/appointments/strikes/no-shows.job.js';
import { WaitlistJob } from '../../../src/modules/appointments/waitlist/waitlist.job.js';
import { insertSql } from '../../../src/platform/database/sql.js';
import { newId } from '../../../src/platform/ids.js';
import { asCitizen, asManager, type TestActor, type TestCitizen } from '../../harness/actors.js';
import { firstHall, SLOT_COLUMNS, secondHall, someMatter } from '../../harness/appointments.js';
import { workOn } from '../../harness/disruptions.js';
import { startApp, type TestApp } from '../../harness/start-app.js';
import { BLOCK_DAYS, type Situation, situationIn } from './situation.js';

const MONDAY = '2026-11-23';
const TUESDAY = addDays(MONDAY, 1);
const WEDNESDAY = addDays(MONDAY, 2);
const NINE = 9 * 60;
const TWO = 14 * 60;
const PEOPLE = 5;
const TABLES = [
  'affected_party',
  'disruption',
  'strike',
  'waitlist_entry',
  'reminder',
  'appointment',
  'slot',
  'outbox',
];

/** A small hall day that a run of commands plays in, on the real server; emptied before each run. */
export class World {
  private constructor(
    readonly test: TestApp,
    readonly people: readonly TestCitizen[],
    readonly manager: TestActor,
    readonly matterId: string,
  ) {}

  static async make(): Promise<World> {
    const test = await startApp();
    const manager = await asManager(test);
    const { id: bookingPolicyId, version } = await manager.client.policies.create({
      body: {
        ...defaultBookingRules,
        title: '一次爽约即停约',
        source: '测试',
        effectiveFromOn: MONDAY,
        noShowCount: 1,
        noShowWindow: 'ever',
        noShowBlock: 'days',
        noShowBlockDays: BLOCK_DAYS,
      },
    });
    await manager.client.policies.publish({ params: { bookingPolicyId }, body: { version } });
    const people: TestCitizen[] = [];
    for (let n = 0; n < PEOPLE; n++) people.push(await asCitizen(test));
    return new World(test, people, manager, someMatter(test, 'automatic', 'simple').id);
  }

  /** Monday morning, with six slots of one or two places on the next two days and nothing booked. */
  async begin(): Promise<void> {
    const { db, clock } = this.test;
    clock.set(MONDAY, NINE);
    const [here, there] = [firstHall(this.test).id, secondHall(this.test).id];
    const slots: [string, string, number, number][] = [
      [here, TUESDAY, NINE, 1],
      [here, TUESDAY, NINE + 30, 2],
      [here, TUESDAY, TWO, 1],
      [there, TUESDAY, NINE, 1],
      [here, WEDNESDAY, NINE, 2],
      [there, WEDNESDAY, TWO, 1],
    ];
    const rows = slots.map(([hallId, on, minutes, places]) => {
      const startsAt = instantAt(on, minutes);
      return [newId(clock.now()), hallId, 'simple', on, startsAt, startsAt + 30 * MINUTE_MS, places, places, 0];
    });
    await db.transaction(async (tx) => {
      for (const table of TABLES) await tx.query(`DELETE FROM ${table}`);
      await tx.query(insertSql('slot', SLOT_COLUMNS, rows.length), rows.flat());
    });
  }

  look(): Promise<Situation> {
    return situationIn(this.test.db, this.test.clock.now());
  }

  /** What the jobs do every few seconds. */
  async runJobs(): Promise<void> {
    const { app } = this.test;
    await app.get(HoldsJob, { strict: false }).run();
    await app.get(NoShowsJob, { strict: false }).run();
    await app.get(WaitlistJob, { strict: false }).run();
    await workOn(this.test);
  }

  close(): Promise<void> {
    return this.test.close();
  }
}
