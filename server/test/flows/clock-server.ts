import { addDays, defaultBookingRules, instantAt, localDateOf, localMinutesOf } from '@yiyun/shared';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { asCitizen, asStaff, signInAgain, type TestActor, type TestCitizen } from '../harness/actors.js';
import { firstHall, slotsOn, someMatter } from '../harness/appointments.js';
import { accept, openWalkIn } from '../harness/cases.js';
import { matterOf } from '../harness/queue.js';
import { startApp, type TestApp } from '../harness/start-app.js';

/**
 * The whole server in a process of its own, taken through the nights before awkward days; what it answers is printed for
 * comparison with a server in another zone. Ids and what is drawn by lot are left out.
 */
const NIGHTS = [
  { why: 'midnight', from: '2026-09-21', to: '2026-09-22' },
  { why: 'make-up Saturday', from: '2026-10-09', to: '2026-10-10' },
  { why: 'year end', from: '2026-12-30', to: '2026-12-31' },
  { why: 'new year', from: '2027-01-01', to: '2027-01-04' },
  { why: '28 February', from: '2027-02-26', to: '2027-03-01' },
  { why: '29 February', from: '2028-02-28', to: '2028-02-29' },
];
const YEARS = ['2027', '2028']
  .flatMap((year) => [`${year}-01-01 休 元旦`, `${year}-05-01 休 劳动节`, `${year}-10-01 休 国庆节`])
  .join('\n');
const [OPENING, NOON, SIX_PM, SEVEN_PM, LAST_MINUTE] = [510, 720, 1080, 1140, 1439];

/** The evening and the midnight after it, the evening before the visit, and the midnight at which its day begins. */
const momentsOf = (from: string, to: string): number[] => {
  const last = addDays(to, -1);
  const all = [
    instantAt(from, SEVEN_PM),
    instantAt(from, LAST_MINUTE),
    instantAt(addDays(from, 1), 0),
    instantAt(last, SEVEN_PM),
    instantAt(to, 0),
  ];
  return [...new Set(all)].sort((a, b) => a - b);
};

const withoutLots = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll(/[0-9A-HJKMNP-TV-Z]{26}/gi, 'id')
      .replaceAll(/(Y\d{6})[0-9A-Z]{6}/g, '$1'),
  );

class Night {
  readonly hallId: string;
  readonly matterId: string;
  constructor(
    private readonly test: TestApp,
    private readonly who: TestActor,
  ) {
    this.hallId = firstHall(test).id;
    this.matterId = someMatter(test, 'automatic', 'simple').id;
  }

  async answers({ why, from, to }: (typeof NIGHTS)[number]): Promise<unknown> {
    const { test, hallId } = this;
    await this.at(from, SIX_PM);
    const [comes, stays] = [await asCitizen(test), await asCitizen(test)];
    const booked = await this.book(comes, to, 0);
    await this.book(stays, to, 1);
    const file = await comes.client.appointments.calendarFile({ params: { appointmentId: booked.id } });
    const moments: unknown[] = [];
    for (const at of momentsOf(from, to)) moments.push(await this.moment(at, booked.qrText));
    await this.at(to, OPENING);
    const staff = await this.staff();
    const { number, drawnAt } = await staff.client.queue.checkIn({ params: { hallId }, body: { code: booked.qrText } });
    const body = { matterIds: [matterOf(test, '发票').id], source: 'walkIn' as const };
    const walkIn = await staff.client.queue.draw({ params: { hallId }, body });
    await this.at(to, NOON);
    const { strikes, blocks } = await stays.client.appointments.standing();
    const { items } = await comes.client.messaging.inbox({ query: {} });
    return withoutLots({
      why,
      booked,
      file,
      moments,
      tickets: [number, drawnAt, walkIn.number, walkIn.boundInMinutes],
      standing: { strikes, blocks },
      messages: items.map(({ title, body, sentAt }) => ({ title, body, sentAt })),
      day: await (await this.staff()).client.queue.day({ params: { hallId }, query: { on: to } }),
    });
  }

  /** What can be booked, when a case of that moment is due, what last month was, and whether one may come yet. */
  private async moment(at: number, code: string): Promise<unknown> {
    const { test, hallId, matterId } = this;
    await this.at(localDateOf(at), localMinutesOf(at));
    const staff = await this.staff();
    const { dueAt } = await accept(staff, await openWalkIn(test, staff));
    const { days, calendarNote } = await test
      .client()
      .appointments.slotDays({ params: { hallId }, query: { matterId } });
    return { at, days, calendarNote, dueAt, lastMonth: await this.lastMonth(), refused: await this.refusal(code) };
  }

  private async at(date: string, minutes: number): Promise<void> {
    this.test.clock.set(date, minutes);
    await this.test.app.get(Jobs).runDue();
    await this.test.settle();
  }

  private async book(who: TestCitizen, on: string, nth: number) {
    const slots = await slotsOn(this.test, this.hallId, this.matterId, on);
    const body = { slotId: slots[nth]?.id ?? '', matterId: this.matterId, taxpayerId: who.taxpayerId };
    return who.client.appointments.book({ body });
  }

  /** Newly signed in: nights are longer than a session. */
  private staff(): Promise<TestActor> {
    return signInAgain(this.test, this.who);
  }

  private async refusal(code: string): Promise<string> {
    const staff = await this.staff();
    return staff.client.queue.checkIn({ params: { hallId: this.hallId }, body: { code } }).then(
      () => 'checked in',
      (error: unknown) => (error as Error).message,
    );
  }

  /** What other rules would have done to the last calendar month. */
  private async lastMonth() {
    const { client } = await this.staff();
    const body = { ...defaultBookingRules, title: '试算', source: '测试', effectiveFromOn: '2029-01-01', aheadMax: 0 };
    const { id: bookingPolicyId } = await client.policies.create({ body });
    return client.policies.preview({ params: { bookingPolicyId } });
  }
}

const test = await startApp();
test.clock.set('2026-09-21', 0);
const staff = await asStaff(test, { roles: ['officer', 'manager'], hallIds: [firstHall(test).id] });
await staff.client.halls.importCalendar({
  body: { text: YEARS, coversUntilOn: '2028-12-31', source: '测试用的节假日安排' },
});
const night = new Night(test, staff);
const result: unknown[] = [];
for (const one of NIGHTS) result.push(await night.answers(one));
await test.close();
process.stdout.write(JSON.stringify({ hour: new Date(0).getHours(), result }));
