import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AppointmentView, type DisruptionBody, HOUR_MS, instantAt, MINUTE_MS, type SlotView } from '@yiyun/shared';
import { RecordVerifier } from '../../src/modules/records/index.js';
import { asCitizen, asManager, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { firstHall, makeSlots, secondHall, slotFaults, slotsOn, someMatter } from '../harness/appointments.js';
import { choose, close, offerOf, workOn } from '../harness/disruptions.js';
import { refusalOf } from '../harness/phone-code.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const TODAY = '2026-11-23';
const TUESDAY = '2026-11-24';
const AT_TWO = 14 * 60;

describe('closures', () => {
  let test: TestApp;
  let manager: TestActor;
  let hallId: string;
  const simple = () => someMatter(test, 'automatic', 'simple').id;
  const closure = (over: Partial<DisruptionBody> = {}): DisruptionBody => ({
    hallId,
    scope: 'hall',
    from: `${TODAY} 14:00`,
    until: `${TODAY} 17:00`,
    reason: '突发停电',
    ...over,
  });
  const slotAt = async (on: string, minutes: number, where = hallId, matterId = simple()): Promise<SlotView> => {
    const slots = await slotsOn(test, where, matterId, on);
    return slots.find(({ startsAt }) => startsAt === instantAt(on, minutes)) as SlotView;
  };
  const book = async (
    who: TestCitizen,
    minutes: number,
    { on = TODAY, where = hallId, matterId = simple() } = {},
  ): Promise<AppointmentView> => {
    const { id: slotId } = await slotAt(on, minutes, where, matterId);
    return who.client.appointments.book({ body: { slotId, matterId, taxpayerId: who.taxpayerId } });
  };
  const bookers = (n: number, minutes = 15 * 60): Promise<TestCitizen[]> =>
    Promise.all(
      Array.from({ length: n }, async () => {
        const who = await asCitizen(test);
        await book(who, minutes);
        return who;
      }),
    );
  const messagesOf = async (who: TestActor): Promise<string[]> =>
    (await who.client.messaging.inbox({ query: {} })).items
      .filter(({ subjectKind }) => subjectKind === 'disruption')
      .map(({ title }) => title);
  const callListOf = async (officer: TestActor, mine = false) =>
    (await officer.client.disruptions.callList({ params: { hallId }, query: { mine } })).items;

  beforeEach(async () => {
    test = await startApp();
    test.clock.set(TODAY, AT_TWO - 10);
    await makeSlots(test);
    hallId = firstHall(test).id;
    manager = await asManager(test);
  });
  afterEach(async () => {
    expect(await slotFaults(test)).toEqual([]);
    const report = await test.app.get(RecordVerifier).verify();
    expect([report.faults, report.stateFaults]).toEqual([[], []]);
    await test.close();
  });

  it('are for managers, with a time that exists and lies ahead', async () => {
    const officer = await asOfficer(test, hallId);
    const create = (who: TestActor | { client: ReturnType<TestApp['client']> }, over: Partial<DisruptionBody> = {}) =>
      refusalOf(who.client.disruptions.create({ body: closure(over) }));
    expect(await create({ client: test.client() })).toBe('auth.required');
    expect(await create(officer)).toBe('auth.forbidden');
    expect(await create(manager, { from: '2026-02-30 14:00' })).toBe('request.invalid');
    expect(await create(manager, { scope: 'group' })).toBe('request.invalid');
    expect(await create(manager, { until: `${TODAY} 09:00`, from: `${TODAY} 08:00` })).toBe('disruption.time_invalid');
    expect(await create(manager, { hallId: '0'.repeat(26) })).toBe('request.not_found');
    expect((await manager.client.disruptions.list({ query: {} })).items).toEqual([]);
  });

  it('are previewed: who would be affected; nothing is changed by looking', async () => {
    await bookers(2);
    await book(await asCitizen(test), 9 * 60, { on: TUESDAY });
    const seen = await manager.client.disruptions.preview({ body: closure() });
    expect(seen).toMatchObject({ affected: 2, byMatter: [{ count: 2 }] });
    expect(seen.slotsClosed).toBeGreaterThan(5);
    expect((await slotAt(TODAY, 15 * 60)).closedReason).toBeNull();
  });

  it('A4: at 14:00 everybody affected has three held alternatives at once, hears of it once, and is rebooked by one tap', async () => {
    const [ann, ben] = (await bookers(2)) as [TestCitizen, TestCitizen];
    const tomorrow = await asCitizen(test);
    await book(tomorrow, 9 * 60, { on: TUESDAY });
    const [old] = (await ann.client.appointments.mine({ query: {} })).items as [AppointmentView];
    const made = await close(test, manager, closure());
    expect(made).toMatchObject({ working: false, counts: { preparing: 0, offered: 2, toCall: 0 } });
    expect(await refusalOf(book(await asCitizen(test), 15 * 60))).toBe('appointment.slot_closed');
    expect(await ann.client.appointments.get({ params: { appointmentId: old.id } })).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'hall',
      reason: '突发停电',
    });
    expect((await tomorrow.client.disruptions.offers()).length).toBe(0);

    const offer = await offerOf(ann);
    expect(offer).toMatchObject({ status: 'offered', reason: '突发停电', appointmentId: old.id });
    expect(offer.availableActions).toEqual(['choose', 'askForCall']);
    expect(offer.alternatives).toHaveLength(3);
    for (const { hall, startsAt, heldUntil } of offer.alternatives) {
      expect(hall.id === hallId && startsAt < instantAt(TODAY, 17 * 60)).toBe(false);
      expect(startsAt).toBeGreaterThanOrEqual(test.clock.now() + HOUR_MS);
      expect(heldUntil).toBeLessThan(startsAt);
    }
    expect(offer.alternatives.some(({ hall }) => hall.id === hallId)).toBe(true);
    await test.settle();
    await workOn(test);
    expect(await messagesOf(ann)).toEqual(['预约遇停办，请选择新的时间']);

    const chosen = await choose(ann, offer, 1);
    expect(chosen).toMatchObject({ status: 'chosen', alternatives: [], availableActions: [] });
    expect(chosen.chosenAppointmentId).toBe(offer.alternatives[1]?.appointmentId);
    const upcoming = (await ann.client.appointments.mine({ query: {} })).items;
    expect(upcoming).toMatchObject([{ id: chosen.chosenAppointmentId, status: 'confirmed', offeredBy: 'disruption' }]);
    expect(await refusalOf(choose(ann, offer, 0))).toBe('request.stale');
    expect(await refusalOf(choose(ann, { ...offer, version: chosen.version }, 0))).toBe('request.not_available');
    expect(await refusalOf(choose(ben, offer, 0))).toBe('request.not_found');
    await choose(ben, await offerOf(ben), 0);
    expect((await manager.client.disruptions.get({ params: { disruptionId: made.id } })).counts).toMatchObject({
      offered: 0,
      chosen: 2,
    });
  });

  it('put whoever wants to be called on the list of a named officer in turn, who books on the phone', async () => {
    const officers = [await asOfficer(test, hallId, '陈静'), await asOfficer(test, hallId, '王芳')];
    const people = await bookers(4);
    const made = await close(test, manager, closure());
    for (const who of people) await choose(who, await offerOf(who));
    const [first] = officers as [TestActor, TestActor];
    const list = await callListOf(first);
    expect(list).toHaveLength(4);
    const counts = officers.map(({ id }) => list.filter(({ caller }) => caller?.id === id).length);
    expect(counts).toEqual([2, 2]);
    expect(await callListOf(first, true)).toHaveLength(2);
    expect(JSON.stringify(list)).not.toContain(people[0]?.phone);

    const task = list[0] as (typeof list)[number];
    const params = { affectedPartyId: task.id };
    const { phone } = await first.client.disruptions.callTask({ params });
    const called = people.find((who) => who.phone === phone) as TestCitizen;
    expect((await called.client.records.mine({ query: {} })).items.map(({ kind }) => kind)).toContain('CallTaskViewed');

    const elsewhere = await asOfficer(test, secondHall(test).id);
    expect(await refusalOf(elsewhere.client.disruptions.callTask({ params }))).toBe('auth.forbidden');
    const reach = (over: object) =>
      first.client.disruptions.recordCall({ params, body: { version: task.version, result: 'reached', ...over } });
    expect(await refusalOf(reach({}))).toBe('request.invalid');
    const free = await slotAt(TUESDAY, 9 * 60, secondHall(test).id);
    expect(await refusalOf(reach({ slotId: free.id, version: 1 }))).toBe('request.stale');
    const booked = await reach({ slotId: free.id, note: '改到百丈所' });
    expect(booked).toMatchObject({ status: 'chosen', calls: [{ by: '陈静', result: 'reached', note: '改到百丈所' }] });
    const [appointment] = (await called.client.appointments.mine({ query: {} })).items as [AppointmentView];
    expect(appointment).toMatchObject({ id: booked.chosenAppointmentId, startsAt: free.startsAt, status: 'confirmed' });
    const counted = (await manager.client.disruptions.get({ params: { disruptionId: made.id } })).counts;
    expect(counted).toMatchObject({ toCall: 3, chosen: 1, offered: 0 });
  });

  it('call at once whoever was booked on the telephone and has nothing to read a message with', async () => {
    const officer = await asOfficer(test, hallId);
    const { id: slotId } = await slotAt(TODAY, 15 * 60);
    const body = { slotId, matterId: simple(), applicantName: '钱老伯', applicantPhone: '13900009999' };
    await officer.client.appointments.bookFor({ params: { hallId }, body });
    const made = await close(test, manager, closure());
    expect(made.counts).toMatchObject({ offered: 0, toCall: 1 });
    const [task] = await callListOf(officer);
    expect(task).toMatchObject({ status: 'toCall', caller: { name: '陈静' }, person: { name: '钱老伯' } });
    expect(task?.alternatives).toHaveLength(3);
  });

  it('A4: end the calls with a recorded ladder; whoever turns up after that is called and rebooked all the same', async () => {
    const officer = await asOfficer(test, hallId);
    const [ann] = (await bookers(1)) as [TestCitizen];
    await close(test, manager, closure());
    test.clock.advance(11 * MINUTE_MS);
    await workOn(test);
    let [task] = await callListOf(officer);
    expect(task).toMatchObject({ status: 'toCall', caller: { name: '陈静' }, readAt: null });
    expect(task?.alternatives).toHaveLength(3);
    for (let call = 0; call < 3; call++) {
      const params = { affectedPartyId: task?.id ?? '' };
      const body = { version: task?.version ?? 0, result: 'noAnswer' as const };
      task = await officer.client.disruptions.recordCall({ params, body });
    }
    expect(task).toMatchObject({ status: 'unreachable', alternatives: [] });
    expect(task?.calls).toHaveLength(3);
    expect(await callListOf(officer)).toEqual([]);
    await test.settle();
    expect((await messagesOf(ann))[0]).toBe('我们没有联系上您');

    const again = await choose(ann, await offerOf(ann));
    expect(again.status).toBe('toCall');
    [task] = await callListOf(officer);
    const declined = await officer.client.disruptions.recordCall({
      params: { affectedPartyId: task?.id ?? '' },
      body: { version: task?.version ?? 0, result: 'declined' },
    });
    expect(declined).toMatchObject({ status: 'declined', availableActions: [] });
  });

  it('call whoever has not looked; whoever has looked keeps the time to choose, and is called when it is over', async () => {
    const officer = await asOfficer(test, hallId);
    const [reads, opens, neither] = (await bookers(3)) as [TestCitizen, TestCitizen, TestCitizen];
    await close(test, manager, closure());
    const offer = await offerOf(opens);
    await opens.client.disruptions.offer({ params: { affectedPartyId: offer.id } });
    const message = (await reads.client.messaging.inbox({ query: {} })).items[0];
    await reads.client.messaging.read({ params: { messageId: message?.id ?? '' } });
    test.clock.advance(11 * MINUTE_MS);
    await workOn(test);
    expect((await callListOf(officer)).map(({ person }) => person.maskedPhone)).toEqual([
      expect.stringContaining(neither.phone.slice(-4)),
    ]);
    // On the list, one can still choose what is held.
    await choose(neither, await offerOf(neither), 2);

    test.clock.advance(24 * HOUR_MS);
    expect(await refusalOf(choose(opens, offer, 2))).toBe('appointment.hold_expired');
    await workOn(test);
    expect(await callListOf(await asOfficer(test, hallId))).toHaveLength(2);
    expect((await messagesOf(opens))[0]).toBe('保留的时间已过');
    expect((await offerOf(opens)).availableActions).toEqual([]);
  });

  it('call whoever can’t be offered three places, and keep those that were found', async () => {
    const officer = await asOfficer(test, hallId);
    const [ann] = (await bookers(1)) as [TestCitizen];
    const keep = await slotAt(TUESDAY, 9 * 60);
    await test.db.change("UPDATE slot SET closedReason = '满' WHERE startsAt > ? AND id <> ?", [
      instantAt(TODAY, 17 * 60),
      keep.id,
    ]);
    await test.db.change("UPDATE slot SET closedReason = '满' WHERE hallId <> ?", [hallId]);
    const made = await close(test, manager, closure());
    expect(made.counts).toMatchObject({ toCall: 1, offered: 0 });
    expect(await messagesOf(ann)).toEqual(['预约遇停办，我们会致电您']);
    const [task] = await callListOf(officer);
    expect(task?.alternatives).toMatchObject([{ startsAt: keep.startsAt }]);
    const params = { affectedPartyId: task?.id ?? '' };
    const body = { version: task?.version ?? 0, result: 'reached' as const };
    const appointmentId = task?.alternatives[0]?.appointmentId ?? '';
    const booked = await officer.client.disruptions.recordCall({ params, body: { ...body, appointmentId } });
    expect(booked).toMatchObject({ status: 'chosen', chosenAppointmentId: appointmentId });
  });

  it('offer no place that falls to somebody who waits for it, and find three others', async () => {
    const there = secondHall(test).id;
    const [holder, waiter] = [await asCitizen(test), await asCitizen(test)];
    const [who] = await bookers(1);
    const near = await slotAt(TODAY, 15 * 60 + 30, there);
    await test.db.change('UPDATE slot SET capacityPublic = 1 WHERE id = ?', [near.id]);
    const wish = (by: TestCitizen) => ({ slotId: near.id, matterId: simple(), taxpayerId: by.taxpayerId });
    await holder.client.appointments.hold({ body: wish(holder) });
    await waiter.client.waitlist.join({ body: { ...wish(waiter), scope: 'slot' } });
    test.clock.advance(11 * MINUTE_MS);
    await close(test, manager, closure({ from: `${TODAY} 14:30` }));
    const { status, alternatives } = await offerOf(who as TestCitizen);
    expect(status).toBe('offered');
    expect(alternatives).toHaveLength(3);
    expect(alternatives).not.toContainEqual(
      expect.objectContaining({ startsAt: near.startsAt, hall: expect.objectContaining({ id: there }) }),
    );
    const upcoming = await waiter.client.appointments.mine({ query: {} });
    expect(upcoming.items).toMatchObject([{ status: 'held', startsAt: near.startsAt }]);
    expect(await slotFaults(test)).toEqual([]);
  });

  it('take in who only holds a place, and leave alone whose hold is over and who has come', async () => {
    const [ann, holder, late, there] = await Promise.all([0, 1, 2, 3].map(() => asCitizen(test)));
    const hold = async (who: TestCitizen) =>
      who.client.appointments.hold({
        body: { slotId: (await slotAt(TODAY, 15 * 60)).id, matterId: simple(), taxpayerId: who.taxpayerId },
      });
    await hold(late as TestCitizen);
    test.clock.advance(11 * MINUTE_MS);
    const held = await hold(holder as TestCitizen);
    await book(ann as TestCitizen, 15 * 60);
    const came = await book(there as TestCitizen, 14 * 60 + 30);
    await test.db.change("UPDATE appointment SET status = 'checkedIn', version = 2 WHERE id = ?", [came.id]);
    const made = await close(test, manager, closure());
    expect(made.counts.offered).toBe(2);
    const submit = (holder as TestCitizen).client.appointments.submit({
      params: { appointmentId: held.id },
      body: { version: held.version },
    });
    expect(await refusalOf(submit)).toBe('request.not_available');
    await test.db.change("UPDATE appointment SET status = 'confirmed', version = 1 WHERE id = ?", [came.id]);
  });

  it('arrange anew what another closure takes, and tell that once more', async () => {
    const [ann] = (await bookers(1)) as [TestCitizen];
    await close(test, manager, closure());
    const before = await offerOf(ann);
    const elsewhere = before.alternatives.find(({ hall }) => hall.id !== hallId);
    const second = await close(test, manager, closure({ hallId: elsewhere?.hall.id ?? '', until: `${TUESDAY} 23:00` }));
    expect(second.counts).toMatchObject({ preparing: 0, offered: 0, toCall: 0 });
    const after = await offerOf(ann);
    expect(after).toMatchObject({ status: 'offered', appointmentId: before.appointmentId });
    expect(after.alternatives).toHaveLength(3);
    expect(after.alternatives.filter(({ hall }) => hall.id === elsewhere?.hall.id)).toEqual([]);
    expect(await messagesOf(ann)).toHaveLength(2);
  });

  it('of one group leave the other alone; a visit for both is moved whole', async () => {
    const complex = someMatter(test, 'officer', 'complex').id;
    const [both, one] = await Promise.all([asCitizen(test), asCitizen(test)]);
    const { id: slotId } = await slotAt(TODAY, 15 * 60);
    await both.client.appointments.book({
      body: { slotId, matterId: simple(), furtherMatterIds: [complex], taxpayerId: both.taxpayerId },
    });
    await book(one, 15 * 60);
    const made = await close(test, manager, closure({ scope: 'group', group: 'complex' }));
    expect(made.counts.offered).toBe(1);
    const offer = await offerOf(both);
    expect(offer.matterName).toContain('、');
    expect(offer.alternatives.every(({ startsAt, endsAt }) => endsAt - startsAt === HOUR_MS)).toBe(true);
    expect(await one.client.disruptions.offers()).toEqual([]);
    await choose(both, offer, 0);
  });

  it('hold for slots that are made later, and take in whoever gets in all the same', async () => {
    const [until, beyond] = ['2026-12-20 00:00', '2026-12-09'];
    const made = await close(test, manager, closure({ until }));
    expect(made.counts.offered).toBe(0);
    test.clock.set('2026-11-30', 9 * 60);
    await makeSlots(test);
    expect((await slotAt(beyond, 9 * 60)).closedReason).toBe('突发停电');

    const { id } = await slotAt(beyond, 10 * 60);
    await test.db.change('UPDATE slot SET closedReason = NULL WHERE id = ?', [id]);
    const ann = await asCitizen(test);
    await book(ann, 10 * 60, { on: beyond });
    await workOn(test);
    test.clock.advance(HOUR_MS);
    await workOn(test);
    expect((await slotAt(beyond, 10 * 60)).closedReason).toBe('突发停电');
    expect((await offerOf(ann)).status).not.toBe('preparing');
  });

  it('hand the calls of an officer who left to another', async () => {
    const leaving = await asOfficer(test, hallId, '王芳');
    const [ann] = (await bookers(1)) as [TestCitizen];
    await close(test, manager, closure());
    await choose(ann, await offerOf(ann));
    const staying = await asOfficer(test, hallId, '陈静');
    expect(await callListOf(staying)).toMatchObject([{ caller: { name: '王芳' } }]);
    await test.db.change('UPDATE staff SET active = 0 WHERE id = ?', [leaving.id]);
    await workOn(test);
    expect(await callListOf(staying)).toMatchObject([{ caller: { name: '陈静' } }]);
    await test.db.change('UPDATE staff SET active = 1 WHERE id = ?', [leaving.id]);
  });

  it('of two who choose at once one wins; the phone and the tap don’t both book', async () => {
    const officer = await asOfficer(test, hallId);
    const [ann] = (await bookers(1)) as [TestCitizen];
    await close(test, manager, closure());
    test.clock.advance(11 * MINUTE_MS);
    await workOn(test);
    const offer = await offerOf(ann);
    const [task] = await callListOf(officer);
    const reached = officer.client.disruptions.recordCall({
      params: { affectedPartyId: offer.id },
      body: {
        version: task?.version ?? 0,
        result: 'reached',
        appointmentId: offer.alternatives[2]?.appointmentId ?? '',
      },
    });
    const ends = await Promise.allSettled([choose(ann, offer, 0), reached]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await ann.client.appointments.mine({ query: {} })).items).toHaveLength(1);
  });
});
