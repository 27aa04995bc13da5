import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantAt } from '@yiyun/shared';
import { Halls } from '../../src/modules/halls/index.js';
import { asCitizen, asManager } from '../harness/actors.js';
import { firstHall, makeSlots, slotsOn, someMatter } from '../harness/appointments.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const LOADER = join(HERE, '../../src/platform/threads/compile-on-load.mjs');
interface NightSeen {
  moments: { refused: string; lastMonth: { untilOn: string } }[];
}
const untilLeapYear = ['2027', '2028']
  .flatMap((year) => [`${year}-01-01 休 元旦`, `${year}-05-01 休 劳动节`, `${year}-10-01 休 国庆节`])
  .join('\n');

/** What one of the programs beside this file printed, run in a zone. */
async function inZone<T>(program: string, TZ: string): Promise<{ hour: number; result: T[] }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', LOADER, join(HERE, program)], {
    env: { ...process.env, NODE_OPTIONS: '', TZ },
    maxBuffer: 10_000_000,
  });
  return JSON.parse(stdout) as { hour: number; result: T[] };
}

describe('the clock', () => {
  let test: TestApp;
  let hallId: string;
  beforeAll(async () => {
    test = await startApp();
    hallId = firstHall(test).id;
  });
  afterAll(() => test.close());

  const days = () =>
    test.client().appointments.slotDays({ params: { hallId }, query: { matterId: someMatter(test).id } });
  const dayAt = async (date: string, minutes: number) => {
    test.clock.set(date, minutes);
    await makeSlots(test);
    return days();
  };
  const startsOn = async (on: string) =>
    (await slotsOn(test, hallId, someMatter(test).id, on)).map(({ startsAt }) => startsAt);
  const importYears = async () => {
    const body = { text: untilLeapYear, coversUntilOn: '2028-12-31', source: '测试用的节假日安排' };
    await (await asManager(test)).client.halls.importCalendar({ body });
  };

  it('turns the day at midnight in Ningbo, not at eight', async () => {
    expect((await dayAt('2026-11-23', 1439)).days[0]).toMatchObject({ on: '2026-11-23', remaining: 0 });
    test.clock.advance(60_000);
    expect((await days()).days[0]).toMatchObject({ on: '2026-11-24' });
    expect((await startsOn('2026-11-24'))[0]).toBe(instantAt('2026-11-24', 510));
    test.clock.set('2026-11-24', 8 * 60);
    expect((await days()).days[0]?.on).toBe('2026-11-24');
  });

  it('works on a make-up Saturday and rests on the holiday', async () => {
    const { days: shown } = await dayAt('2026-09-30', 570);
    expect(shown.find(({ on }) => on === '2026-10-01')).toMatchObject({ remaining: 0, closedReason: '国庆节' });
    expect(shown.find(({ on }) => on === '2026-10-10')).toMatchObject({ closedReason: null });
    expect(await startsOn('2026-10-10')).toHaveLength(14);
    expect(await startsOn('2026-10-11')).toEqual([]);
  });

  it('opens a holiday for a session that was arranged for it', async () => {
    await dayAt('2026-09-30', 570);
    const { version } = test.app.get(Halls, { strict: false }).get(hallId);
    const session = { on: '2026-10-01', kind: 'holidaySession' as const, hours: '09:00-11:00', reason: '国庆预约办税' };
    const manager = await asManager(test);
    await manager.client.capacity.setSpecialDay({ params: { hallId }, body: { ...session, version } });
    expect((await startsOn('2026-10-01'))[0]).toBe(instantAt('2026-10-01', 540));
    expect(await startsOn('2026-10-01')).toHaveLength(4);
  });

  it('ends with the calendar at the year’s end, says so, and goes on when the next year is loaded', async () => {
    const before = await dayAt('2026-12-28', 570);
    expect(before.days.at(-1)?.on).toBe('2026-12-31');
    expect(before.calendarNote).toBe('工作日历只到2026-12-31，之后的日期暂时不能预约');
    await importYears();
    const after = await dayAt('2026-12-31', 1439);
    expect(after.calendarNote).toBeNull();
    expect(after.days.find(({ on }) => on === '2027-01-01')).toMatchObject({ remaining: 0, closedReason: '元旦' });
    expect((await startsOn('2027-01-04'))[0]).toBe(instantAt('2027-01-04', 510));
    test.clock.set('2027-01-01', 0);
    expect((await days()).days[0]?.on).toBe('2027-01-01');
  });

  it('knows 28 and 29 February', async () => {
    const leap = await dayAt('2028-02-28', 570);
    expect(leap.days.slice(0, 3).map(({ on }) => on)).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    const citizen = await asCitizen(test);
    const [slot] = await slotsOn(test, hallId, someMatter(test).id, '2028-02-29');
    const body = { slotId: slot?.id ?? '', matterId: someMatter(test).id, taxpayerId: citizen.taxpayerId };
    expect((await citizen.client.appointments.book({ body })).startsAt).toBe(instantAt('2028-02-29', 510));
    const plain = await dayAt('2027-02-26', 570);
    expect(plain.days.slice(2, 4).map(({ on }) => on)).toEqual(['2027-02-28', '2027-03-01']);
  });

  it('is Ningbo’s wherever the server stands: slots, deadlines and reminders are the same in every zone', async () => {
    const zones = await Promise.all(
      ['UTC', 'Asia/Shanghai', 'America/New_York'].map((zone) => inZone<unknown>('clock-probe.ts', zone)),
    );
    // The processes do stand in different zones.
    expect(zones.map(({ hour }) => hour)).toEqual([0, 8, 19]);
    for (const { result } of zones) expect(result).toEqual(zones[0]?.result);
    expect(zones[0]?.result).toHaveLength(7);
  }, 60_000);

  it('is the same for whole servers in UTC and in Asia/Shanghai, through six nights before awkward days', async () => {
    const [utc, shanghai] = await Promise.all([
      inZone<NightSeen>('clock-server.ts', 'UTC'),
      inZone<NightSeen>('clock-server.ts', 'Asia/Shanghai'),
    ]);
    expect([utc.hour, shanghai.hour]).toEqual([0, 8]);
    expect(shanghai.result).toEqual(utc.result);
    const common = {
      messages: [{ title: '已取号Y001' }, { title: '明天的办税预约' }, { title: '预约成功' }],
      standing: { strikes: [{ kind: 'noShow' }] },
      day: { appointments: { booked: 2, came: 1, noShow: 1 } },
    };
    expect(utc.result).toMatchObject(Array.from({ length: 6 }, () => common));
    for (const { moments } of utc.result) {
      expect(moments.at(-1)?.refused).toBe('还没到签到时间，今天 08:00起可以签到');
      expect(moments.at(-2)?.refused).toMatch(/^这个预约不是今天的/);
    }
    const lastMonths = utc.result.map(({ moments }) => moments.map(({ lastMonth }) => lastMonth.untilOn));
    expect(lastMonths[4]).toEqual(['2027-01-31', '2027-01-31', '2027-01-31', '2027-01-31', '2027-02-28']);
  }, 240_000);
});
