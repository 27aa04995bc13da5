import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffTicketView } from '@yiyun/shared';
import { RecordVerifier } from '../../src/modules/records/index.js';
import { recordedTables } from '../../src/recorded-tables.js';
import { asManager, asOfficer, type TestActor } from '../harness/actors.js';
import { firstHall, secondHall } from '../harness/appointments.js';
import { newPhone } from '../harness/cases.js';
import { refusalOf } from '../harness/phone-code.js';
import {
  call,
  callFaults,
  callNext,
  close,
  comeBack,
  draw,
  finish,
  leave,
  matterOf,
  miss,
  mustCall,
  open,
  park,
  recall,
  resume,
  type Seat,
  serve,
  sit,
  start,
  ticketFaults,
  transfer,
  windowIds,
} from '../harness/queue.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

describe('the counter', () => {
  let test: TestApp;
  let desk: TestActor;
  let hallId: string;
  let first: Seat;
  let second: Seat;
  const MINUTE = 60_000;
  const board = () => desk.client.queue.board({ params: { hallId } });

  beforeAll(async () => {
    test = await startApp({ STAFF_IDLE_MINUTES: '1440' });
    hallId = firstHall(test).id;
    desk = await asOfficer(test, hallId, '陈静');
    const [a, b] = windowIds(test).simple as [string, string];
    first = await sit(test, a, '李芳');
    second = await sit(test, b, '王强');
  }, 120_000);
  afterAll(() => test.close());

  describe('windows', () => {
    it('are opened by one officer, who sits at one', async () => {
      const [, , third] = windowIds(test).simple as [string, string, string];
      await expect(open(desk, first.windowId)).rejects.toMatchObject({
        code: 'queue.window_taken',
        message: '李芳正在这个窗口',
      });
      await expect(open(first.officer, third)).rejects.toMatchObject({ code: 'queue.already_at_window' });
      expect(await refusalOf(close(desk, first.windowId))).toBe('queue.window_taken');
      const elsewhere = await asOfficer(test, secondHall(test).id);
      expect(await refusalOf(open(elsewhere, third))).toBe('auth.forbidden');
      expect(await refusalOf(open({ ...desk, client: test.client() }, third))).toBe('auth.required');
    });

    it('pause for a reason, and tell who sits there since when; R4: the record gives the row again', async () => {
      const { officer, windowId } = first;
      const pause = (reason?: string) =>
        officer.client.queue.setWindowState({
          params: { windowId },
          body: { state: 'paused', ...(reason && { reason }) },
        });
      await expect(pause()).rejects.toMatchObject({ code: 'request.invalid', fields: [{ path: 'reason' }] });
      expect(await pause('午休')).toMatchObject({ state: 'paused', reason: '午休', officer: { name: '李芳' } });
      await draw(test, desk);
      expect(await refusalOf(callNext(first))).toBe('queue.window_not_open');
      expect(await open(officer, windowId)).toMatchObject({ state: 'open', reason: null, rostered: true });
      const { version: _, turns: _turns, ...row } = await currentRow(test, 'window_status', { id: windowId });
      const { version, facts } = await replayed(test, `window:${windowId}`);
      expect([version, facts]).toEqual([3, row]);
      await leave({ officer: desk }, (await board()).waiting[0] as never);
    });

    it('of two officers at one window, and of two windows for one officer, one wins', async () => {
      const [, , , free] = windowIds(test).simple as [string, string, string, string];
      const [a, b] = [await asOfficer(test, hallId, '甲'), await asOfficer(test, hallId, '乙')];
      const atOne = await Promise.allSettled([open(a, free), open(b, free)]);
      expect(atOne.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(atOne.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'queue.window_taken' },
      });
      const winner = atOne[0]?.status === 'fulfilled' ? a : b;
      await close(winner, free);
      const places = windowIds(test).complex.slice(0, 2);
      const forOne = await Promise.allSettled(places.map((windowId) => open(winner, windowId)));
      expect(forOne.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(forOne.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'queue.already_at_window' },
      });
      await close(winner, places[forOne.findIndex(({ status }) => status === 'fulfilled')] as string);
    });
  });

  describe('one ticket', () => {
    it('is called, called again, started and done; each step is on the board and in the record', async () => {
      const drawn = await draw(test, desk, { name: '赵敏' });
      expect(
        await callNext({ officer: first.officer, windowId: second.windowId }).catch((e: { code: string }) => e.code),
      ).toBe('queue.not_your_window');
      test.clock.advance(2 * MINUTE);
      const called = await mustCall(first);
      expect(called).toMatchObject({
        id: drawn.id,
        status: 'called',
        window: { id: first.windowId },
        aheadCount: null,
      });
      expect(called.availableActions).toEqual(['recall', 'start', 'transfer', 'miss']);
      expect(await refusalOf(callNext(first))).toBe('queue.ticket_in_hand');
      const again = await recall(first, called);
      const { calls } = await test.client().queue.screen({ params: { hallId } });
      expect(calls[0]).toMatchObject({ number: drawn.number, recallCount: 1 });
      const started = await start(first, again);
      expect((await board()).atWindows[0]).toMatchObject({ number: drawn.number, status: 'serving' });
      test.clock.advance(9 * MINUTE);
      const done = await finish(first, started);
      expect(done).toMatchObject({ status: 'done', endedAt: test.clock.now(), availableActions: [] });
      const [row] = await test.db.read.query<{ serviceMs: number }[]>('SELECT serviceMs FROM ticket WHERE id = ?', [
        drawn.id,
      ]);
      expect(Number(row?.serviceMs)).toBe(9 * MINUTE);
      const { timeline } = await desk.client.queue.get({ params: { ticketId: drawn.id } });
      expect(timeline.map(({ kind }) => kind)).toEqual([
        'TicketDrawn',
        'TicketCalled',
        'TicketRecalled',
        'TicketStarted',
        'TicketFinished',
      ]);
      expect(timeline[1]).toMatchObject({ text: '叫号', by: '李芳' });
      expect(await ticketFaults(test, drawn.id)).toEqual([]);
    });

    it('gives nobody when nobody waits, and another window only its own', async () => {
      expect(await callNext(first)).toBeNull();
      const { id } = await draw(test, desk, { matterIds: [matterOf(test, '信息报告', 'complex').id] });
      expect(await callNext(first)).toBeNull();
      const complex = await sit(test, windowIds(test).complex[0] as string);
      expect((await mustCall(complex)).id).toBe(id);
      const [called] = (await board()).atWindows;
      expect(await refusalOf(start(first, called as never))).toBe('queue.not_your_window');
      await serve(complex, called as never);
      await close(complex.officer, complex.windowId);
    });

    it('is parked so that others come in between, and resumed at its window', async () => {
      const [a, b] = [await draw(test, desk), await draw(test, desk)];
      const parked = await park(first, await start(first, await mustCall(first)), '等待打印');
      expect(parked).toMatchObject({
        id: a.id,
        status: 'parked',
        parkedReason: '等待打印',
        window: { id: first.windowId },
      });
      const other = await mustCall(first);
      expect(other.id).toBe(b.id);
      expect(await refusalOf(resume(first, parked))).toBe('queue.ticket_in_hand');
      expect(await refusalOf(resume(second, parked))).toBe('queue.not_your_window');
      expect(await refusalOf(close(first.officer, first.windowId))).toBe('queue.ticket_in_hand');
      await serve(first, other);
      expect(await refusalOf(close(first.officer, first.windowId))).toBe('queue.ticket_in_hand');
      await finish(first, await resume(first, parked));
      const [row] = await test.db.read.query<{ serviceMs: number | null }[]>(
        'SELECT serviceMs FROM ticket WHERE id = ?',
        [a.id],
      );
      expect(row?.serviceMs).toBeNull();
      expect(await ticketFaults(test, a.id)).toEqual([]);
    });

    it('parked, follows the officer to another window', async () => {
      await draw(test, desk);
      const parked = await park(first, await start(first, await mustCall(first)));
      const away = await asOfficer(test, hallId);
      const third = { officer: away, windowId: windowIds(test).simple[2] as string };
      await open(away, third.windowId);
      expect(await refusalOf(resume(third, parked))).toBe('queue.not_your_window');
      await serveRest(parked);
      await close(away, third.windowId);
    });

    const serveRest = async (parked: Awaited<ReturnType<typeof park>>) => finish(first, await resume(first, parked));

    it('takes a further matter on the way', async () => {
      const { id, matters } = await draw(test, desk);
      const started = await start(first, await mustCall(first));
      const matterId = matterOf(test, '证明开具').id;
      const add = (body: { version: number; matterId: string }) =>
        first.officer.client.queue.addMatter({ params: { ticketId: id }, body });
      const both = await add({ version: started.version, matterId });
      expect(both.matters.map((one) => one.id)).toEqual([matters[0]?.id, matterId]);
      expect(await refusalOf(add({ version: both.version, matterId }))).toBe('request.not_available');
      expect(await refusalOf(add({ version: started.version, matterId }))).toBe('request.stale');
      await finish(first, both);
      expect(await ticketFaults(test, id)).toEqual([]);
    });

    it('remembers the cases that are opened while it is served, and by no other window', async () => {
      const { id, matters } = await draw(test, desk);
      const body = {
        hallId,
        ticketId: id,
        matterId: matters[0]?.id as string,
        applicantName: '周海燕',
        applicantPhone: newPhone(),
      };
      const openCase = (by: Seat, more: object = {}) => by.officer.client.cases.open({ body: { ...body, ...more } });
      expect(await refusalOf(openCase(first))).toBe('request.not_available');
      const started = await start(first, await mustCall(first));
      expect(await refusalOf(openCase(second))).toBe('queue.not_your_window');
      expect(await refusalOf(openCase(first, { ticketId: matters[0]?.id }))).toBe('request.not_found');
      const cases = await Promise.all([openCase(first), openCase(first)]);
      const seen = await desk.client.queue.get({ params: { ticketId: id } });
      expect([...seen.caseIds].sort()).toEqual(cases.map((one) => one.id).sort());
      expect(seen.timeline.slice(-2).map(({ text }) => text)).toEqual(['登记办件', '登记办件']);
      await finish(first, { ...started, version: seen.version });
      expect(await refusalOf(openCase(first))).toBe('request.not_available');
      expect(await ticketFaults(test, id)).toEqual([]);
    });

    it('missed, comes back behind so many calls', async () => {
      const late = await draw(test, desk);
      const others: StaffTicketView[] = [];
      for (let i = 0; i < 4; i++) {
        test.clock.advance(MINUTE);
        others.push(await draw(test, desk));
      }
      const missed = await miss(first, await mustCall(first));
      expect(missed).toMatchObject({
        id: late.id,
        status: 'missed',
        missedCount: 1,
        availableActions: ['return', 'leave'],
      });
      expect((await board()).missed.map(({ id }) => id)).toEqual([late.id]);
      const back = await comeBack({ officer: desk }, missed);
      expect(back).toMatchObject({ status: 'waiting', aheadCount: 3 });
      const called: string[] = [];
      for (let i = 0; i < 5; i++) {
        const next = await mustCall(first);
        called.push(next.id);
        await serve(first, next);
      }
      expect(called).toEqual([others[0]?.id, others[1]?.id, others[2]?.id, late.id, others[3]?.id]);
      expect(await ticketFaults(test, late.id)).toEqual([]);
    });

    it('leaves with a reason; what is over stays over', async () => {
      const drawn = await draw(test, desk);
      const left = await leave({ officer: desk }, drawn, '有急事先走了');
      expect(left).toMatchObject({ status: 'left', availableActions: [] });
      expect(await refusalOf(leave({ officer: desk }, left))).toBe('request.not_available');
      expect(await refusalOf(call(first, left))).toBe('request.not_available');
      const { timeline } = await desk.client.queue.get({ params: { ticketId: drawn.id } });
      expect(timeline.at(-1)?.text).toBe('离开，号票作废：有急事先走了');
    });
  });

  describe('handing over', () => {
    it('to a window: giver, receiver and reason stand on the ticket, and it comes first there and only there', async () => {
      const [a, b] = [await draw(test, desk), await draw(test, desk)];
      const called = await mustCall(first);
      expect(called.id).toBe(a.id);
      const [, , empty] = windowIds(test).simple as [string, string, string];
      expect(await refusalOf(transfer(first, called, {}))).toBe('request.invalid');
      expect(await refusalOf(transfer(first, called, { windowId: empty }))).toBe('queue.window_not_open');
      expect(await refusalOf(transfer(second, called, { windowId: first.windowId }))).toBe('queue.not_your_window');
      const handed = await transfer(first, called, { windowId: second.windowId }, '需要调取档案');
      const label = firstHall(test).windows.find(({ id }) => id === second.windowId)?.label;
      expect(handed).toMatchObject({ status: 'waiting', window: null, reservedFor: label });
      expect(handed.transfers).toEqual([
        { at: test.clock.now(), from: expect.stringMatching(/1号窗口 李芳/), to: label, reason: '需要调取档案' },
      ]);
      expect((await mustCall(first)).id).toBe(b.id);
      await expect(call(first, handed).catch((error: { code: string }) => Promise.reject(error))).rejects.toMatchObject(
        { code: 'queue.ticket_in_hand' },
      );
      const there = await mustCall(second);
      expect(there).toMatchObject({ id: a.id, reservedFor: null });
      await serve(second, there);
      await serve(first, (await board()).atWindows[0] as never);
      const { timeline } = await desk.client.queue.get({ params: { ticketId: a.id } });
      expect(timeline.find(({ kind }) => kind === 'TicketTransferred')?.text).toBe(
        `由1号窗口 李芳转给${label}：需要调取档案`,
      );
      expect(await ticketFaults(test, a.id)).toEqual([]);
    });

    it('to an officer wherever he sits; to nobody who sits nowhere', async () => {
      await draw(test, desk);
      const called = await mustCall(first);
      expect(await refusalOf(transfer(first, called, { staffId: desk.id }))).toBe('queue.window_not_open');
      const handed = await transfer(first, called, { staffId: second.officer.id });
      expect(handed.reservedFor).toBe('王强');
      expect(await callNext(first)).toBeNull();
      expect(await refusalOf(call(first, handed))).toBe('queue.not_your_window');
      await serve(second, await mustCall(second));
    });

    it('to a matter, for any window that serves it', async () => {
      const { id } = await draw(test, desk);
      const called = await mustCall(first);
      const matter = matterOf(test, '信息报告', 'complex');
      const handed = await transfer(first, called, { matterId: matter.id });
      expect(handed).toMatchObject({ reservedFor: null, lane: 'simple' });
      expect(handed.matters.map((one) => one.id)).toContain(matter.id);
      expect(await callNext(first)).toBeNull();
      const complex = await sit(test, windowIds(test).complex[1] as string);
      expect((await mustCall(complex)).id).toBe(id);
      await serve(complex, (await board()).atWindows[0] as never);
      await close(complex.officer, complex.windowId);
      expect(await ticketFaults(test, id)).toEqual([]);
    });

    it('waits for everybody again when the window to which it was handed closes', async () => {
      const { id } = await draw(test, desk);
      await transfer(first, await mustCall(first), { windowId: second.windowId });
      await close(second.officer, second.windowId);
      expect((await board()).waiting[0]).toMatchObject({ id, reservedFor: null });
      await serve(first, await mustCall(first));
      await open(second.officer, second.windowId);
      expect(await ticketFaults(test, id)).toEqual([]);
    });
  });

  describe('a picked ticket', () => {
    it('is called out of turn, and the record says so', async () => {
      const [a, b] = [await draw(test, desk), await draw(test, desk)];
      const picked = await call(first, b);
      expect(picked).toMatchObject({ id: b.id, status: 'called' });
      const { timeline } = await desk.client.queue.get({ params: { ticketId: b.id } });
      expect(timeline.at(-1)?.text).toBe('叫号（指定）');
      await serve(first, picked);
      await serve(first, await call(first, a));
      const inTurn = await desk.client.queue.get({ params: { ticketId: a.id } });
      expect(inTurn.timeline[1]?.text).toBe('叫号');
    });
  });

  describe('an emergency window', () => {
    it('is opened by an officer who sits nowhere, and shown as one', async () => {
      const [, , windowId] = windowIds(test).simple as [string, string, string];
      const more = await asOfficer(test, hallId, '孙悦');
      const openIt = (who: TestActor) => who.client.queue.openEmergency({ params: { hallId }, body: { windowId } });
      expect(await refusalOf(openIt(first.officer))).toBe('queue.already_at_window');
      expect(await refusalOf(openIt(await asManager(test)))).toBe('auth.forbidden');
      const after = await openIt(more);
      expect(after.emergencyOpenedAt).toBe(test.clock.now());
      expect(after.windows.find(({ id }) => id === windowId)).toMatchObject({
        state: 'open',
        officer: { name: '孙悦' },
      });
      expect(await refusalOf(openIt(desk))).toBe('queue.window_taken');
      await close(more, windowId);
      expect((await board()).emergencyOpenedAt).toBeNull();
    });
  });

  it('Q1, R1–R4: nobody was called by two windows, and nothing of the record is wrong', async () => {
    expect(await callFaults(test)).toEqual([]);
    const report = await test.app.get(RecordVerifier).verify({ tables: recordedTables });
    expect(report).toMatchObject({ faults: [], stateFaults: [] });
  });
});
