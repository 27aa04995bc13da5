import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '../../bench/connection.js';
import type { Booking } from './town.js';

/** What became of each booking that was sent. */
export interface Outcome {
  acknowledged: Booking[];
  refused: Booking[];
}

const PATIENCE_MS = 60_000;
const isBroken = (error: unknown): boolean =>
  /closed the connection|ECONNRESET|EPIPE|ECONNREFUSED/.test(String((error as Error)?.message));

/**
 * Sends bookings over so many connections at once, spread over the servers that `ports` names at the time. Whoever gets
 * no answer because a server died sends the same request again, as a phone does.
 */
export async function sendAll(
  ports: () => readonly number[],
  bookings: readonly Booking[],
  connections: number,
  onAnswer: (answered: number) => void = () => undefined,
): Promise<Outcome> {
  const outcome: Outcome = { acknowledged: [], refused: [] };
  const waiting = [...bookings];
  let answeredAt = performance.now();
  const sendSome = async (connection: Connection): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const booking = next;
      const { status } = await connection.send(booking.request).catch((error: unknown) => {
        waiting.unshift(booking);
        throw error;
      });
      if (status !== 200 && status !== 409) throw new Error(`a booking was answered with ${status}`);
      (status === 200 ? outcome.acknowledged : outcome.refused).push(booking);
      answeredAt = performance.now();
      onAnswer(outcome.acknowledged.length + outcome.refused.length);
    }
  };
  const work = async (n: number): Promise<void> => {
    for (let turn = n; waiting.length > 0; turn++) {
      const alive = ports();
      const port = alive[turn % Math.max(1, alive.length)];
      try {
        const connection = port === undefined ? undefined : await Connection.open(port);
        await (connection ? sendSome(connection).finally(() => connection.close()) : pause(50));
      } catch (error) {
        if (!isBroken(error) || performance.now() - answeredAt > PATIENCE_MS) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, n) => work(n)));
  return outcome;
}
