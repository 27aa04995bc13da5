import { randomUUID } from 'node:crypto';

/** What the set-up made and the load client uses. */
export interface Fixture {
  hallId: string;
  matterId: string;
  /** A day whose slots are listed. */
  listedOn: string;
  citizens: { token: string; taxpayerId: string }[];
  /** Slots by half-day: a taxpayer has one appointment a half-day at most. */
  halfDays: string[][];
  /** Slots with few places. */
  races: { places: number; slotId: string }[];
  /** Days that are opened for booking at once, each with the same places in every hall. */
  releases: { on: string; hallIds: string[]; places: number }[];
}

/** Gives the bytes of the next request, or undefined when there is nothing left to ask for. */
export type Requests = () => Buffer | undefined;

const HOST = 'host: bench\r\nx-terminal: h5\r\n';

export const slotsRequest = (hallId: string, matterId: string, on: string): Buffer =>
  Buffer.from(`GET /api/public/halls/${hallId}/slots?matterId=${matterId}&on=${on} HTTP/1.1\r\n${HOST}\r\n`);

export const listRequest = ({ hallId, matterId, listedOn }: Fixture): Buffer =>
  slotsRequest(hallId, matterId, listedOn);

/** A command as a terminal sends it, with a key of its own. */
export function postRequest(path: string, token: string, content: object): Buffer {
  const body = JSON.stringify(content);
  return Buffer.from(
    `POST /api${path} HTTP/1.1\r\n${HOST}authorization: Bearer ${token}\r\nidempotency-key: ${randomUUID()}\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
}

export function bookRequest({ citizens, matterId }: Fixture, citizen: number, slotId: string): Buffer {
  const { token, taxpayerId } = citizens[citizen] as Fixture['citizens'][number];
  return postRequest('/appointments', token, { slotId, matterId, taxpayerId });
}

/**
 * Hands out bookings that can all be granted, and none twice: each half-day once to every citizen. `spread` puts them on
 * all slots of the half-day; otherwise everybody wants the same slot until all have it.
 */
export class Bookings {
  private next = 0;

  constructor(
    private readonly fixture: Fixture,
    private readonly halfDays: string[][],
    private readonly spread: boolean,
  ) {}

  take: Requests = () => {
    const { citizens } = this.fixture;
    const citizen = this.next % citizens.length;
    const slots = this.halfDays[Math.floor(this.next / citizens.length)];
    if (!slots) return undefined;
    this.next++;
    return bookRequest(this.fixture, citizen, slots[this.spread ? citizen % slots.length : 0] as string);
  };
}
