import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultQueuePolicy, type StaffTicketView } from '@yiyun/shared';
import { QueueAlerts } from '../../src/modules/queue/alerts.js';
import { EndOfDay } from '../../src/modules/queue/end-of-day.js';
import { asCitizen, asManager, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { firstHall, secondHall } from '../harness/appointments.js';
import { newPhone } from '../harness/cases.js';
import { refusalOf } from '../harness/phone-code.js';
import {
  callNext,
  draw,
  finish,
  leave,
  matterOf,
  miss,
  mustCall,
  type Seat,
  serve,
  sit,
  start,
  ticketFaults,
  windowIds,
} from '../harness/queue.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const TODAY = '2026-11-23';
const MINUTE = 60_000;

describe('the day of a hall', () => {
  let test: TestApp;
  let desk: TestActor;
  let manager: TestActor;
  let citizen: TestCitizen;
  let hallId: string;
  const board = (who = desk) => who.client.queue.board({ params: { hallId } });
  const alertsOf = async () =>
    (
      await test.db.read.query<{ type: string }[]>(
        "SELECT type FROM outbox WHERE type LIKE 'HallCrowded%' OR type LIKE 'WindowRateLow%' ORDER BY id",
      )
    ).map(({ type }) => type);

  beforeAll(async () => {
    test = await startApp({ STAFF_IDLE_MINUTES: '1440' });
    hallId = firstHall(test).id;
    desk = await asOfficer(test, hallId, '陈静');
    manager = await asManager(test);
    citizen = await asCitizen(test, { name: '王晓明' });
  }, 120_000);
  afterAll(() => test.close());

  it('is shown to the hall and to managers, who may only look', async () => {
    await draw(test, desk);
    expect(await refusalOf(board({ ...desk, client: test.client() }))).toBe('auth.required');
    expect(await refusalOf(board(citizen))).toBe('auth.forbidden');
    expect(await refusalOf(board(await asOfficer(test, secondHall(test).id)))).toBe('auth.forbidden');
    expect((await board()).waiting[0]?.availableActions).toEqual(['call', 'leave']);
    expect((await board(manager)).waiting[0]?.availableActions).toEqual([]);
  });

  it('Q2: over a random day whom a window calls is the first shown that it serves; the screen and the phone agree', async () => {
    const [a, b] = windowIds(test).simple as [string, string];
    const seats: Seat[] = [
      await sit(test, a, '李芳'),
      await sit(test, b, '王强'),
      await sit(test, windowIds(test).complex[0] as string),
    ];
    const busy = new Map<Seat, StaffTicketView>();
    let lot = 7;
    const next = (n: number) => {
      lot = (lot * 1_103_515_245 + 12_345) % 2 ** 31;
      return lot % n;
    };
    for (let step = 0; step < 60; step++) {
      test.clock.advance(MINUTE);
      const complex = next(3) === 0;
      const matterId = complex ? matterOf(test, '信息报告', 'complex').id : matterOf(test, '发票').id;
      await draw(test, desk, { matterIds: [matterId], ...(next(5) === 0 && { priorityReason: 'elderly' as const }) });
      const seat = seats[next(seats.length)] as Seat;
      const held = busy.get(seat);
      if (held) await finish(seat, held);
      busy.delete(seat);
      const { waiting } = await board();
      const skills = firstHall(test).windows.find(({ id }) => id === seat.windowId)?.skills ?? [];
      const shown = waiting.find(({ matters }) =>
        skills.includes(matters[0]?.group === 'complex' ? '信息报告' : '发票'),
      );
      expect(waiting.map(({ aheadCount }) => aheadCount)).toEqual(expectedAhead(waiting));
      if (shown) {
        const phone = await test.client().queue.publicTicket({ params: { publicToken: shown.publicToken } });
        expect([phone.aheadCount, phone.estimate]).toEqual([shown.aheadCount, shown.estimate]);
      }
      const called = await callNext(seat);
      expect(called?.id).toBe(shown?.id);
      if (called) busy.set(seat, await start(seat, called));
    }
    for (const [seat, ticket] of busy) await finish(seat, ticket);
    const { waiting } = await board();
    const screen = await test.client().queue.screen({ params: { hallId } });
    for (const { lane, count, next: shown } of screen.waiting) {
      const inLane = waiting.filter((ticket) => ticket.lane === lane).map(({ number }) => number);
      expect([count, shown]).toEqual([inLane.length, inLane.slice(0, 5)]);
    }
    for (const ticket of waiting) await leave({ officer: desk }, ticket);
  }, 120_000);

  /** Simple and complex matters have windows of their own here: each is behind those of its kind. */
  const expectedAhead = (waiting: readonly StaffTicketView[]) =>
    waiting.map(
      (one, i) => waiting.slice(0, i).filter((other) => other.matters[0]?.group === one.matters[0]?.group).length,
    );

  it('says how long one waits and from what it knows, and unknown when no window is open', async () => {
    const { figures } = await board();
    expect(figures.estimates.simple.range).not.toBeNull();
    expect(figures.estimates.simple.source).toMatch(/模拟120次/);
    const elsewhere = (await test.client().queue.load()).find((load) => load.hallId === secondHall(test).id);
    expect(elsewhere).toMatchObject({ open: true, waiting: 0, openWindows: 0 });
    expect(elsewhere?.estimates).toMatchObject({ simple: { range: null }, complex: { range: null } });
  });

  it('counts windows by the minute against their rosters', async () => {
    const { figures } = await board();
    expect(figures).toMatchObject({ windowOpenRateNow: 25, rateTooLow: true, rateFloorPercent: 70, crowdedAbove: 20 });
    expect(figures.windowOpenRateToday).toBeGreaterThan(0);
    expect(figures.windowOpenRateToday).toBeLessThan(25);
  });

  it('the screen names nobody', async () => {
    const phone = newPhone();
    const ticket = await draw(test, desk, { name: '欧阳明月', phone });
    const text = JSON.stringify(await test.client().queue.screen({ params: { hallId } }));
    expect(text).toContain(ticket.number);
    expect(text).not.toMatch(new RegExp(`欧阳|${phone}|${ticket.publicToken}`));
    await leave({ officer: desk }, ticket);
  });

  it('raises an alert once when a line is crossed, and says when it is over', async () => {
    const alerts = test.app.get(QueueAlerts, { strict: false });
    await alerts.look(hallId);
    await alerts.look(hallId);
    expect(await alertsOf()).toEqual(['WindowRateLow']);
    const { version } = await manager.client.queue.policy({ params: { hallId } });
    const body = { ...defaultQueuePolicy, version, crowdedAbove: 2, windowOpenRatePercent: 20 };
    await manager.client.queue.updatePolicy({ params: { hallId }, body });
    const tickets = [await draw(test, desk), await draw(test, desk), await draw(test, desk)];
    await Promise.all([alerts.look(hallId), alerts.look(hallId)]);
    expect((await board()).figures.crowded).toBe(true);
    expect((await alertsOf()).sort()).toEqual(['HallCrowded', 'WindowRateLow', 'WindowRateLowOver']);
    for (const ticket of tickets) await leave({ officer: desk }, ticket);
    await alerts.look(hallId);
    expect((await alertsOf()).at(-1)).toBe('HallCrowdedOver');
  });

  describe('a ticket on a phone', () => {
    const keep = (who: TestCitizen, publicToken: string) => who.client.queue.keep({ body: { publicToken } });
    const messages = async (who: TestCitizen, kind: string) => {
      await test.settle();
      const { items } = await who.client.messaging.inbox({ query: {} });
      return items.filter((message) => message.kind === kind);
    };

    it('belongs to the first who scans it; another day it is nobody’s', async () => {
      const ticket = await draw(test, desk);
      const other = await asCitizen(test);
      expect(await refusalOf(keep(citizen, 'no-such-token'))).toBe('request.not_found');
      expect((await keep(citizen, ticket.publicToken)).id).toBe(ticket.id);
      expect((await keep(citizen, ticket.publicToken)).version).toBe(ticket.version + 1);
      expect(await refusalOf(keep(other, ticket.publicToken))).toBe('queue.ticket_kept_by_other');
      expect((await citizen.client.queue.mine()).map(({ id }) => id)).toEqual([ticket.id]);
      expect(await other.client.queue.mine()).toEqual([]);
      expect(
        await refusalOf(other.client.queue.notifyNear({ params: { ticketId: ticket.id }, body: { on: true } })),
      ).toBe('request.not_found');
      expect(await ticketFaults(test, ticket.id)).toEqual([]);
      await leave({ officer: desk }, { ...ticket, version: ticket.version + 1 });
    });

    it('of two who scan at once one has it', async () => {
      const ticket = await draw(test, desk);
      const both = [await asCitizen(test), await asCitizen(test)];
      const outcomes = await Promise.allSettled(both.map((who) => keep(who, ticket.publicToken)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'queue.ticket_kept_by_other' },
      });
      await leave({ officer: desk }, { ...ticket, version: ticket.version + 1 });
    });

    it('is told once when three are ahead, when it is called and when it was missed', async () => {
      const who = await asCitizen(test);
      const before: StaffTicketView[] = [];
      for (let i = 0; i < 5; i++) before.push(await draw(test, desk));
      const mine = await draw(test, desk);
      await keep(who, mine.publicToken);
      const watched = await who.client.queue.notifyNear({ params: { ticketId: mine.id }, body: { on: true } });
      expect(watched).toMatchObject({ aheadCount: 5, notifyWhenNear: true });
      expect(await messages(who, 'TicketNear')).toEqual([]);
      const seat = await sit(test, windowIds(test).simple[2] as string);
      for (let i = 0; i < 5; i++) {
        await serve(seat, await mustCall(seat));
        const told = await messages(who, 'TicketNear');
        expect(told).toHaveLength(i < 1 ? 0 : 1);
      }
      const [near] = await messages(who, 'TicketNear');
      expect(near).toMatchObject({ title: `${mine.number}快到了`, subjectKind: 'ticket', subjectId: mine.id });
      expect(near?.body).toContain('前面还有3位');
      await miss(seat, await mustCall(seat));
      expect((await messages(who, 'TicketCalled'))[0]?.title).toBe('请到3号窗口');
      expect(await messages(who, 'TicketMissed')).toHaveLength(1);
    });

    it('goes with the account: what was left at the desk with its phone too', async () => {
      const who = await asCitizen(test, { name: '钱进' });
      const left = await draw(test, desk, { name: '钱进', phone: who.phone });
      const scanned = await draw(test, desk);
      await keep(who, scanned.publicToken);
      const exported = JSON.stringify(await who.client.identity.exportMe());
      expect(exported).toContain(left.number);
      expect(exported).toContain(scanned.number);
      const deletion = () => who.client.identity.deleteMe({ body: { confirmation: '注销账户' } });
      expect(await refusalOf(deletion())).toBe('identity.open_business');
      await leave({ officer: desk }, left, '钱先生有事');
      await leave({ officer: desk }, { ...scanned, version: scanned.version + 1 });
      await deletion();
      const rows = await test.db.read.query<Record<string, unknown>[]>(
        'SELECT nameSealed, phoneSealed, phoneHash, reasonSealed FROM ticket WHERE id IN (?, ?)',
        [left.id, scanned.id],
      );
      for (const row of rows) expect(Object.values(row)).toEqual([null, null, null, null]);
      const personal = await test.db.read.query(
        'SELECT p.interactionId FROM interaction_personal p JOIN interaction i ON i.id = p.interactionId WHERE i.streamId IN (?, ?)',
        [`ticket:${left.id}`, `ticket:${scanned.id}`],
      );
      expect(personal).toEqual([]);
      for (const { id } of [left, scanned]) expect(await ticketFaults(test, id)).toEqual([]);
    });
  });

  it('paper: numbers are set aside, told afterwards, the bad lines refused and the good ones kept', async () => {
    const reserve = (count: number) => desk.client.queue.reservePaper({ params: { hallId }, body: { count } });
    const tell = (text: string) => desk.client.queue.reconcilePaper({ params: { hallId }, body: { text } });
    const [first, second] = await Promise.all([reserve(10), reserve(10)]);
    expect(new Set([...first.numbers, ...second.numbers]).size).toBe(20);
    test.clock.set(TODAY, 11 * 60 + 50);
    const text = [
      'P001 11:00 11:20 窗口2 发票',
      'P002 11:05 未办 发票',
      'P003 11:30 11:10 窗口2 发票',
      'P099 11:00 未办 发票',
    ].join('\n');
    const told = await tell(text);
    expect(told.accepted).toBe(2);
    expect(told.refused.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '3 办完时间不晚于取号时间',
      '4 没有预留过这张号',
    ]);
    expect(await tell(text)).toMatchObject({ accepted: 0, refused: [{ line: 3 }, { line: 4 }] });
    const { items } = await desk.client.queue.list({ params: { hallId }, query: { q: 'P00' } });
    expect(items.map(({ number, status }) => `${number} ${status}`).sort()).toEqual(['P001 done', 'P002 waiting']);
    for (const { id } of items) expect(await ticketFaults(test, id)).toEqual([]);
    expect((await board()).waiting.map(({ number }) => number)).toContain('P002');
  });

  it('is found in the list by number, lane, state and the phone that was left', async () => {
    const phone = newPhone();
    const ticket = await draw(test, desk, { phone, priorityReason: 'elderly' });
    const numbers = async (query: object) =>
      (await desk.client.queue.list({ params: { hallId }, query })).items.map(({ number }) => number);
    expect(await numbers({ q: ticket.number.toLowerCase() })).toEqual([ticket.number]);
    expect(await numbers({ q: phone })).toEqual([ticket.number]);
    expect(await numbers({ lane: 'priority', status: 'waiting', limit: 1 })).toEqual([ticket.number]);
    expect(await numbers({ on: '2026-11-20' })).toEqual([]);
  });

  it('ends: who was not served is gone, who was being served is served, windows are closed', async () => {
    const day = test.app.get(EndOfDay, { strict: false });
    await day.run();
    expect((await board()).waiting.length).toBeGreaterThan(0);
    test.clock.set(TODAY, 20 * 60 + 1);
    [desk, manager] = [await asOfficer(test, hallId), await asManager(test)];
    await day.run();
    await day.run();
    const after = await board();
    expect([after.waiting, after.atWindows, after.missed]).toEqual([[], [], []]);
    expect(after.windows.every(({ state }) => state === 'closed')).toBe(true);
    const { items } = await desk.client.queue.list({ params: { hallId }, query: { limit: 100 } });
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['done', 'left']));
    for (const { id } of items.slice(0, 10)) expect(await ticketFaults(test, id)).toEqual([]);
  });

  it('is told afterwards: waits, services, windows, the rate over time', async () => {
    const day = await desk.client.queue.day({ params: { hallId }, query: { on: TODAY } });
    expect(day.drawn).toBeGreaterThan(60);
    expect(day.served + day.left).toBe(day.drawn);
    expect(day.waitMinutes.map(({ lane }) => lane)).toEqual(['priority', 'appointment', 'simple', 'complex']);
    expect(day.windows[0]).toMatchObject({ label: '1号窗口', rosteredMinutes: 420 });
    expect(day.windows[0]?.openMinutes).toBeGreaterThan(60);
    expect(day.rateOverTime.length).toBeGreaterThan(30);
    expect(await refusalOf(desk.client.queue.day({ params: { hallId }, query: { on: 'x' } }))).toBe('request.invalid');
  });

  it('stays as it was when the roster is changed afterwards', async () => {
    const read = () => desk.client.queue.day({ params: { hallId }, query: { on: TODAY } });
    const before = await read();
    const { version, windows } = firstHall(test);
    const { id: windowId, label, skills, servesComplex, bookablePercent } = windows[0] as (typeof windows)[number];
    const roster = Array.from({ length: 7 }, () => '09:00-10:00');
    const body = {
      version,
      windowId,
      label,
      skills: [...skills],
      servesComplex,
      bookablePercent,
      roster,
      active: true,
    };
    await manager.client.capacity.saveWindow({ params: { hallId }, body });
    expect((await read()).windows).toEqual(before.windows);
    const tomorrow = await desk.client.queue.day({ params: { hallId }, query: { on: '2026-11-24' } });
    expect(tomorrow.windows[0]?.rosteredMinutes).toBe(60);
  });

  it('follows rules that a manager changes, as far as they can hold', async () => {
    const params = { hallId };
    const { version, rules } = await manager.client.queue.policy({ params });
    const save = (over: object, seen = version) =>
      manager.client.queue.updatePolicy({ params, body: { ...rules, version: seen, ...over } });
    expect(await refusalOf(desk.client.queue.policy({ params }))).toBe('auth.forbidden');
    await expect(save({ simpleBoundMinutes: 10 })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'simpleBoundMinutes' }],
    });
    const both = await Promise.allSettled([save({ returnAfterCalls: 1 }), save({ returnAfterCalls: 2 })]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(save({ returnAfterCalls: 5 }))).toBe('request.stale');
    const now = await manager.client.queue.policy({ params });
    expect(now.sentences.join('')).toMatch(/隔[12]位再叫/);
  });
});
