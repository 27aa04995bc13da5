import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CapacityDayView, instantAt, parseHours, type SpecialDayBody, type WindowBody } from '@yiyun/shared';
import { Halls } from '../../src/modules/halls/index.js';
import { asAdmin, asCitizen, asManager, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { firstHall, makeSlots, slotFaults, slotsOn, someMatter } from '../harness/appointments.js';
import { replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const OFFICE = '08:30-12:00 13:30-17:00';
const TUESDAY = '2026-11-24';
const SATURDAY = '2026-11-28';
/** Beyond the days for which there are slots. */
const LATER = '2026-12-22';
const closed = (on: string): Omit<SpecialDayBody, 'version'> => ({ on, kind: 'closed', reason: '配电检修' });

describe('capacity', () => {
  let test: TestApp;
  let manager: TestActor;
  let citizen: TestCitizen;
  let hallId: string;
  const matter = () => someMatter(test, 'automatic', 'simple');
  const params = () => ({ hallId });
  const hall = () => test.app.get(Halls, { strict: false }).get(hallId);
  const versioned = <B extends object>(body: B) => ({ params: params(), body: { ...body, version: hall().version } });

  beforeAll(async () => {
    test = await startApp();
    await makeSlots(test);
    hallId = firstHall(test).id;
    manager = await asManager(test);
    citizen = await asCitizen(test);
  });
  afterAll(() => test.close());

  const dayOf = async (on: string): Promise<CapacityDayView> => {
    const { days } = await manager.client.capacity.view({ params: params(), query: { fromOn: on, untilOn: on } });
    return days[0] as CapacityDayView;
  };
  const placesOn = async (on: string) => {
    const { slots } = await dayOf(on);
    return slots.reduce((sum, { capacity, closedReason }) => sum + (closedReason === null ? capacity : 0), 0);
  };
  const special = (body: Omit<SpecialDayBody, 'version'>) => manager.client.capacity.setSpecialDay(versioned(body));
  const ordinary = (on: string, windowId?: string) =>
    manager.client.capacity.setOrdinaryDay(versioned({ on, ...(windowId && { windowId }) }));
  const bookOn = async (who: TestCitizen, on: string, nth: number) => {
    const slots = await slotsOn(test, hallId, matter().id, on);
    const body = { slotId: slots[nth]?.id ?? '', matterId: matter().id, taxpayerId: who.taxpayerId };
    return who.client.appointments.book({ body });
  };
  const windowBody = (nth: number): Omit<WindowBody, 'version'> => {
    const { id, label, skills, servesComplex, bookablePercent, active } = hall().windows[nth] as never as WindowBody & {
      id: string;
    };
    const week = [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, '', ''];
    return { windowId: id, label, skills, servesComplex, bookablePercent, active, roster: week };
  };

  it('is for managers and administrators', async () => {
    const query = { fromOn: TUESDAY, untilOn: TUESDAY };
    const officer = await asOfficer(test, hallId);
    await expect(test.client().capacity.view({ params: params(), query })).rejects.toMatchObject({
      code: 'auth.required',
    });
    await expect(officer.client.capacity.setSpecialDay(versioned(closed(TUESDAY)))).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(citizen.client.capacity.previewSpecialDay(versioned(closed(TUESDAY)))).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    const admin = await asAdmin(test);
    expect((await admin.client.capacity.view({ params: params(), query })).days).toHaveLength(1);
  });

  it('shows each day: hours, who sits where, the slots with their places', async () => {
    const query = { fromOn: TUESDAY, untilOn: SATURDAY };
    const { days, hall: shown } = await manager.client.capacity.view({ params: params(), query });
    expect(shown).toMatchObject({ id: hallId, version: 1, dutyLeader: null });
    const [tuesday] = days as [CapacityDayView];
    expect(tuesday).toMatchObject({ on: TUESDAY, hours: parseHours(OFFICE), note: null, special: null });
    expect(tuesday.windows).toHaveLength(12);
    expect(tuesday.windows[0]).toMatchObject({ label: '1号窗口', hours: parseHours(OFFICE), isException: false });
    expect(tuesday.slots).toHaveLength(28);
    expect(tuesday.slots.find(({ group }) => group === 'simple')).toMatchObject({
      startsAt: instantAt(TUESDAY, 510),
      capacity: 10,
      booked: 0,
      closedReason: null,
    });
    expect(days.at(-1)).toMatchObject({ on: SATURDAY, hours: [], slots: [] });
    expect(await dayOf('2026-10-01')).toMatchObject({ note: '国庆节', hours: [] });
    expect(await dayOf('2026-10-10')).toMatchObject({ note: '调休上班', hours: parseHours(OFFICE) });
  });

  it('refuses a span that is upside down, too long, or reaches beyond the calendar', async () => {
    const view = (fromOn: string, untilOn: string) =>
      manager.client.capacity.view({ params: params(), query: { fromOn, untilOn } });
    await expect(view(SATURDAY, TUESDAY)).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(view(TUESDAY, '2027-02-01')).rejects.toMatchObject({ fields: [{ path: 'untilOn' }] });
    await expect(view('2023-12-31', '2024-01-02')).rejects.toMatchObject({ fields: [{ path: 'fromOn' }] });
    await expect(view('2026-12-30', '2027-01-02')).rejects.toMatchObject({
      code: 'calendar.beyond',
      message: '工作日历只到2026-12-31，之后的日期还不能办理',
    });
  });

  it('A1: a closed day tells first whom it touches, keeps what is booked, takes no more, and opens again', async () => {
    const mine = await bookOn(citizen, TUESDAY, 2);
    const before = await placesOn(TUESDAY);
    const effect = {
      days: [{ on: TUESDAY, before, after: 0, booked: 1 }],
      touched: [{ id: mine.id, referenceNo: mine.referenceNo, startsAt: mine.startsAt, matterName: matter().name }],
    };
    const tried = await manager.client.capacity.previewSpecialDay(versioned(closed(TUESDAY)));
    expect(tried).toMatchObject(effect);
    expect(tried.touched[0]?.taxpayerName).not.toBe('王晓明');
    expect(hall().version).toBe(1);
    expect(await placesOn(TUESDAY)).toBe(before);

    expect(await special(closed(TUESDAY))).toEqual(tried);
    const day = await dayOf(TUESDAY);
    expect(day).toMatchObject({ note: '全天不办公：配电检修', hours: [], special: { kind: 'closed' } });
    expect(day.slots.every(({ closedReason, capacity }) => closedReason === '配电检修' && capacity === 0)).toBe(true);
    expect(day.slots.reduce((sum, { booked }) => sum + booked, 0)).toBe(1);
    const { days } = await test.client().appointments.slotDays({ params: params(), query: { matterId: matter().id } });
    expect(days.find(({ on }) => on === TUESDAY)).toMatchObject({ remaining: 0, closedReason: '配电检修' });
    await expect(bookOn(await asCitizen(test), TUESDAY, 3)).rejects.toMatchObject({ code: 'appointment.slot_closed' });
    expect(await slotFaults(test)).toEqual([]);
    const kept = await citizen.client.appointments.get({ params: { appointmentId: mine.id } });
    expect(kept.status).toBe('confirmed');

    await makeSlots(test);
    expect(await placesOn(TUESDAY)).toBe(0);
    expect(await ordinary(TUESDAY)).toEqual({
      days: [{ on: TUESDAY, before: 0, after: before, booked: 1 }],
      touched: [],
    });
    expect(await placesOn(TUESDAY)).toBe(before);
    expect((await bookOn(await asCitizen(test), TUESDAY, 3)).status).toBe('confirmed');
    expect(await slotFaults(test)).toEqual([]);
  });

  it('shortens and extends a day', async () => {
    const on = '2026-11-25';
    const usual = await placesOn(on);
    const half = await special({ on, kind: 'shortened', hours: '08:30-12:00', reason: '消防演练' });
    expect(half.days).toEqual([{ on, before: usual, after: usual / 2, booked: 0 }]);
    const afternoon = (await dayOf(on)).slots.filter(({ startsAt }) => startsAt >= instantAt(on, 720));
    expect(new Set(afternoon.map(({ closedReason }) => closedReason))).toEqual(new Set(['消防演练']));
    const long = await special({ on, kind: 'extended', hours: '08:30-12:00 13:30-19:00', reason: '征期延时' });
    expect(long.days).toEqual([{ on, before: usual / 2, after: usual + (usual / 14) * 4, booked: 0 }]);
    expect(await slotsOn(test, hallId, matter().id, on)).toHaveLength(18);
  });

  it('makes slots for a session on a day off', async () => {
    const session = { on: SATURDAY, kind: 'holidaySession' as const, hours: '09:00-11:00', reason: '周末预约办税' };
    expect((await special(session)).days).toEqual([{ on: SATURDAY, before: 0, after: 56, booked: 0 }]);
    const [slot] = await slotsOn(test, hallId, matter().id, SATURDAY);
    expect(slot).toMatchObject({ startsAt: instantAt(SATURDAY, 540), capacity: 10, closedReason: null });
    const view = await test.client().halls.get({ params: params() });
    expect(view.weekly[5]).toEqual([]);
    test.clock.set(SATURDAY, 545);
    expect(await test.client().halls.get({ params: params() })).toMatchObject({
      openNow: true,
      today: parseHours('09:00-11:00'),
    });
    test.clock.set('2026-11-23', 570);
    await ordinary(SATURDAY);
    expect(await placesOn(SATURDAY)).toBe(0);
  });

  it.each([
    [{ on: '2026-11-26', kind: 'closed', hours: '08:30-12:00' }, 'hours'],
    [{ on: '2026-11-26', kind: 'shortened' }, 'hours'],
    [{ on: '2026-11-26', kind: 'shortened', hours: '08:00-18:00' }, 'hours'],
    [{ on: '2026-11-26', kind: 'extended', hours: '08:30-12:00' }, 'hours'],
    [{ on: '2026-11-26', kind: 'holidaySession', hours: '08:30-12:00' }, 'kind'],
    [{ on: SATURDAY, kind: 'extended', hours: '08:30-12:00' }, 'kind'],
  ] as const)('refuses a day that is not what it is called: %j', async (body, path) => {
    await expect(special({ ...body, reason: '测试' })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path }],
    });
  });

  it('refuses days that are past or beyond the calendar, and hours that are none', async () => {
    const shortened = (on: string, hours: string) => special({ on, kind: 'shortened', hours, reason: '测试' });
    await expect(special(closed('2026-11-20'))).rejects.toMatchObject({ code: 'capacity.day_past' });
    await expect(special(closed('2027-01-05'))).rejects.toMatchObject({ code: 'calendar.beyond' });
    await expect(ordinary('2026-11-20')).rejects.toMatchObject({ code: 'capacity.day_past' });
    await expect(shortened('2026-11-26', '12:00-08:30')).rejects.toMatchObject({ code: 'capacity.hours_invalid' });
    await expect(shortened('2026-11-26', '上午')).rejects.toMatchObject({ code: 'request.invalid' });
    const weekly = [OFFICE, OFFICE, '8点到12点', OFFICE, OFFICE, '', ''];
    await expect(manager.client.capacity.setWeek(versioned({ weekly }))).rejects.toMatchObject({
      code: 'capacity.hours_invalid',
      message: '时间应写成08:30-12:00 13:30-17:00，按先后、不重叠',
    });
    expect(hall().specialDays.map(({ on }) => on)).toEqual(['2026-11-25']);
  });

  it('takes one window away for a day, and gives it back', async () => {
    const on = '2026-11-26';
    const windowId = hall().windows[0]?.id ?? '';
    const usual = await placesOn(on);
    const away = versioned({ windowId, on });
    const tried = await manager.client.capacity.previewRosterException(away);
    expect(tried.days).toEqual([{ on, before: usual, after: usual - 28, booked: 0 }]);
    expect(await manager.client.capacity.setRosterException(away)).toEqual(tried);
    expect((await dayOf(on)).windows[0]).toEqual({ windowId, label: '1号窗口', hours: [], isException: true });
    await manager.client.capacity.setRosterException(versioned({ windowId, on, hours: '08:30-12:00' }));
    expect(await placesOn(on)).toBe(usual - 14);
    await ordinary(on, windowId);
    expect(await placesOn(on)).toBe(usual);
    await expect(
      manager.client.capacity.setRosterException(versioned({ windowId: '0'.repeat(26), on })),
    ).rejects.toMatchObject({ code: 'request.not_found' });
  });

  it('keeps as many places as are booked when there are fewer, and names the last who booked', async () => {
    const on = '2026-11-27';
    const people = await Promise.all([1, 2, 3].map(() => asCitizen(test)));
    const booked = [];
    for (const person of people) {
      booked.push(await bookOn(person, on, 0));
      test.clock.advance(1000);
    }
    const weekly = hall().windows.map((_, nth) => ({ ...windowBody(nth), bookablePercent: 0 }));
    for (const body of weekly) await manager.client.capacity.saveWindow(versioned(body));
    const slot = (await dayOf(on)).slots.find(({ booked: n }) => n > 0);
    expect(slot).toMatchObject({ capacity: 0, booked: 3 });
    expect(await slotFaults(test)).toEqual([]);
    await expect(bookOn(await asCitizen(test), on, 0)).rejects.toMatchObject({ code: 'appointment.slot_full' });

    const first = { ...windowBody(0), bookablePercent: 100 };
    const some = await manager.client.capacity.previewWindow(versioned(first));
    expect(some.touched).toEqual([]);
    await manager.client.capacity.saveWindow(versioned(first));
    const again = await manager.client.capacity.previewWindow(versioned({ ...first, bookablePercent: 50 }));
    expect(again.touched.map(({ id }) => id)).toEqual([booked[1]?.id, booked[2]?.id]);
    for (const nth of hall().windows.keys())
      await manager.client.capacity.saveWindow(versioned({ ...windowBody(nth), bookablePercent: 80 }));
    expect((await dayOf(on)).slots.find(({ booked: n }) => n > 0)).toMatchObject({ capacity: 10, booked: 3 });
  });

  it('offers new places to those who wait before anybody else can take them, and takes back what the plan no longer has', async () => {
    const on = '2026-12-04';
    const fewest = async (share: number) => {
      for (const nth of hall().windows.keys()) {
        const bookablePercent = nth === 0 ? share : 0;
        await manager.client.capacity.saveWindow(versioned({ ...windowBody(nth), bookablePercent }));
      }
    };
    await fewest(50);
    const owner = await asCitizen(test);
    const booked = await bookOn(owner, on, 0);
    const [slot] = await slotsOn(test, hallId, matter().id, on);
    const waits = await asCitizen(test);
    const wish = {
      slotId: slot?.id ?? '',
      matterId: matter().id,
      taxpayerId: waits.taxpayerId,
      scope: 'slot' as const,
    };
    const entry = await waits.client.waitlist.join({ body: wish });
    expect(entry.status).toBe('waiting');
    await fewest(100);
    const [offered] = (await waits.client.waitlist.mine({ query: {} })).items;
    expect(offered).toMatchObject({ id: entry.id, status: 'offered' });
    expect((await slotsOn(test, hallId, matter().id, on))[0]?.remaining).toBe(0);
    expect(await slotFaults(test)).toEqual([]);

    await fewest(0);
    const params = { appointmentId: booked.id };
    await owner.client.appointments.cancel({ params, body: { version: booked.version } });
    expect((await slotsOn(test, hallId, matter().id, on))[0]).toMatchObject({ remaining: 0, capacity: 1 });
    expect(await slotFaults(test)).toEqual([]);
    for (const nth of hall().windows.keys())
      await manager.client.capacity.saveWindow(versioned({ ...windowBody(nth), bookablePercent: 80 }));
  });

  it('adds a window and takes one out of use; a kind of matter that nobody knows is refused', async () => {
    const usual = await placesOn('2026-11-30');
    const { windowId: _, ...fresh } = { ...windowBody(0), label: '13号窗口' };
    const added = await manager.client.capacity.saveWindow(versioned(fresh));
    expect(added).toMatchObject({ label: '13号窗口', active: true, roster: { length: 7 } });
    expect(
      hall()
        .windows.map(({ label }) => label)
        .at(-1),
    ).toBe('13号窗口');
    expect(await placesOn('2026-11-30')).toBeGreaterThan(usual);
    await manager.client.capacity.saveWindow(versioned({ ...fresh, windowId: added.id, active: false }));
    expect(await placesOn('2026-11-30')).toBe(usual);
    await expect(manager.client.capacity.saveWindow(versioned({ ...fresh, skills: ['理发'] }))).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'skills' }],
    });
  });

  it('changes the week of the hall, with every day it touches', async () => {
    const weekly = [OFFICE, OFFICE, OFFICE, OFFICE, '08:30-12:00', '', ''];
    const tried = await manager.client.capacity.previewWeek(versioned({ weekly }));
    expect(tried.days.map(({ on }) => on)).toEqual(['2026-11-27', '2026-12-04']);
    expect(await manager.client.capacity.setWeek(versioned({ weekly }))).toEqual(tried);
    expect((await test.client().halls.get({ params: params() })).weekly[4]).toEqual(parseHours('08:30-12:00'));
    const usual = [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, '', ''];
    await manager.client.capacity.setWeek(versioned({ weekly: usual }));
  });

  it('tells the effect on a day that has no slots yet, and makes none before its time', async () => {
    const effect = await special(closed(LATER));
    expect(effect.days).toEqual([{ on: LATER, before: 196, after: 0, booked: 0 }]);
    expect((await dayOf(LATER)).slots).toEqual([]);
    await ordinary(LATER);
  });

  it('lets one of two at once through; the other is told that the hall has changed', async () => {
    const body = versioned(closed('2026-12-01'));
    const both = await Promise.allSettled([1, 2].map(() => manager.client.capacity.setSpecialDay(body)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'request.stale' } });
    await expect(manager.client.capacity.previewSpecialDay(body)).rejects.toMatchObject({ code: 'request.stale' });
    await ordinary('2026-12-01');
  });

  it('R4: the record of the hall gives its week, windows, special days and exceptions again', async () => {
    await special(closed('2026-12-02'));
    const windowId = hall().windows[1]?.id ?? '';
    await manager.client.capacity.setRosterException(versioned({ windowId, on: '2026-12-03', hours: '08:30-10:00' }));
    const { version, facts } = await replayed(test, `hall:${hallId}`);
    const now = hall();
    expect(version).toBe(now.version);
    expect(facts.weekly).toEqual(now.weekly);
    for (const { id, label, skills, servesComplex, roster, bookablePercent, active } of now.windows)
      expect(facts[`window ${id}`]).toEqual({ label, skills, servesComplex, roster, bookablePercent, active });
    const said = (prefix: string) => Object.keys(facts).filter((key) => key.startsWith(prefix) && facts[key] !== null);
    expect(said('day ').sort()).toEqual(now.specialDays.map(({ on }) => `day ${on}`));
    expect(said('exception ')).toEqual(now.rosterExceptions.map((one) => `exception ${one.windowId} ${one.on}`));
    const stream = await manager.client.records.stream({ query: { streamId: `hall:${hallId}` } });
    expect(stream.items.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        '2026-12-02安排为全天不办公：配电检修',
        '恢复了2026-12-01的平常安排',
        '修改了每周办公时间',
      ]),
    );
  });

  it('is not undone by an instance that has not yet seen the change', async () => {
    const [slot] = await slotsOn(test, hallId, matter().id, '2026-12-03');
    await test.db.change('UPDATE slot SET capacityTotal = 77, capacityPublic = 77 WHERE id = ?', [slot?.id]);
    await test.db.change('UPDATE hall SET version = version + 1 WHERE id = ?', [hallId]);
    const capacityOf = async () =>
      (await dayOf('2026-12-03')).slots.find(({ slotId }) => slotId === slot?.id)?.capacity;
    await makeSlots(test);
    expect(await capacityOf()).toBe(77);
    await test.app.get(Halls, { strict: false }).refresh();
    await makeSlots(test);
    expect(await capacityOf()).toBe(10);
  });
});
