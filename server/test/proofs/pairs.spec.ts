import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AppointmentAction,
  type AppointmentStatus,
  appointmentMoves,
  type TicketAction,
  type TicketStatus,
  ticketMoves,
} from '@yiyun/shared';
import { slotFaults } from '../harness/appointments.js';
import { callFaults } from '../harness/queue.js';
import { replayed } from '../harness/replay.js';
import { appointmentActs, closeOut, comeLater, HallDay, NothingToClose } from './pairs/appointment-acts.js';
import { type Answer, answerOf, pairsOf, unexplained } from './pairs/serial.js';
import { ticketActs, Window } from './pairs/ticket-acts.js';

const actionsFrom = <S extends string, A extends string>(table: Record<A, { from: readonly S[] }>, status: S): A[] =>
  (Object.keys(table) as A[]).filter((action) => table[action].from.includes(status));

describe('two acts on one appointment at once', () => {
  let day: HallDay;
  beforeAll(async () => {
    day = await HallDay.open();
  }, 60_000);
  afterAll(() => day.test.close());

  const statuses: AppointmentStatus[] = ['held', 'pending', 'confirmed', 'checkedIn'];
  const cases = statuses.flatMap((status) => {
    const actions = actionsFrom(appointmentMoves, status).filter((one) => !comeLater.includes(one));
    return pairsOf(actions).map(([a, b]) => ({ status, a, b }));
  });

  it('leave no act of the table out', () => {
    const known = [...Object.keys(appointmentActs), ...comeLater, 'closeOut'];
    expect(known.sort()).toEqual(Object.keys(appointmentMoves).sort());
  });

  it.each(cases)('$status: $a and $b: one wins, or one comes after the other', async ({ status, a, b }) => {
    const scene = await day.scene(status);
    const { id } = scene.appointment;
    const act = async (action: AppointmentAction): Promise<Answer | 'nothing'> => {
      if (action !== 'closeOut') return answerOf(appointmentActs[action]?.(scene) ?? Promise.reject(new Error(action)));
      return closeOut(scene).then(
        () => undefined,
        (error: unknown) => {
          if (error instanceof NothingToClose) return 'nothing';
          throw error;
        },
      );
    };
    const [first, second] = await Promise.all([act(a), act(b)]);
    await day.test.settle();
    const { status: final } = await scene.citizen.client.appointments.get({ params: { appointmentId: id } });
    const done = [
      [a, first],
      [b, second],
    ].filter((one): one is [AppointmentAction, Answer] => one[1] !== 'nothing');
    if (done.length === 2) {
      const race = { from: status, acts: [a, b], answers: [first, second] as [Answer, Answer], final } as const;
      expect(
        unexplained(appointmentMoves, race, { submit: ['pending', 'confirmed'], cancel: ['cancelled', 'expired'] }),
      ).toEqual([]);
    } else expect(done).toHaveLength(1);
    expect(await slotFaults(day.test)).toEqual([]);
    const { version, facts } = await replayed(day.test, `appointment:${id}`);
    const row = await scene.citizen.client.appointments.get({ params: { appointmentId: id } });
    expect([facts.status, version]).toEqual([final, row.version]);
  });
});

describe('two acts on one ticket at once', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open();
  }, 60_000);
  afterAll(() => window.test.close());

  const statuses: TicketStatus[] = ['waiting', 'called', 'serving', 'parked', 'missed'];
  const cases = statuses.flatMap((status) =>
    pairsOf(actionsFrom(ticketMoves, status).filter((action) => action !== 'endDay')).map(([a, b]) => ({
      status,
      a,
      b,
    })),
  );

  it('leave no act of the table out', () => {
    expect([...Object.keys(ticketActs), 'endDay'].sort()).toEqual(Object.keys(ticketMoves).sort());
  });

  it.each(cases)('$status: $a and $b: one wins, or one comes after the other', async ({ status, a, b }) => {
    const scene = await window.scene(status);
    const { id } = scene.ticket;
    const act = (action: TicketAction) => answerOf(ticketActs[action]?.(scene) ?? Promise.reject(new Error(action)));
    const answers = await Promise.all([act(a), act(b)]);
    const [row] = await window.test.db.read.query<{ status: TicketStatus; version: number }[]>(
      'SELECT status, version FROM ticket WHERE id = ?',
      [id],
    );
    const final = row?.status as TicketStatus;
    expect(unexplained(ticketMoves, { from: status, acts: [a, b], answers, final })).toEqual([]);
    expect(await callFaults(window.test)).toEqual([]);
    const { version, facts } = await replayed(window.test, `ticket:${id}`);
    expect([facts.status, version]).toEqual([final, row?.version]);
  });
});

describe('what explains two answers', () => {
  const race = { from: 'pending', acts: ['confirm', 'cancel'], final: 'cancelled' } as const;
  it('is an order of the two that the table allows, and nothing else (negative control)', () => {
    expect(unexplained(appointmentMoves, { ...race, answers: [undefined, undefined] })).toEqual([]);
    expect(
      unexplained(appointmentMoves, { ...race, answers: [undefined, undefined], final: 'confirmed' }),
    ).toHaveLength(1);
    expect(
      unexplained(appointmentMoves, { ...race, acts: ['decline', 'cancel'], answers: [undefined, undefined] }),
    ).toHaveLength(1);
  });
});
