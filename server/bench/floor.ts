import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mysqlFloor } from './floor-mysql.js';
import { sqliteFloor } from './floor-sqlite.js';

/** What a bare server writes for one booking: the same rows as ours, of the same sizes, in one transaction. */
export interface Wanted {
  slotId: string;
  matterId: string;
  taxpayerId: string;
  key: string;
}
export interface FreeSlot {
  id: string;
  startsAt: number;
  endsAt: number;
  capacity: number;
  booked: number;
  closedReason: string | null;
}
export interface Floor {
  list(hallId: string, on: string): Promise<FreeSlot[]>;
  /** The appointment, or undefined when the slot has no place left. */
  book(wanted: Wanted): Promise<object | undefined>;
}

/**
 * The floor: what Node and the driver cost by themselves. No router, no session, no checks, no hashes; one transaction a
 * booking, as one writes it by hand.
 */
const url = process.env['DATABASE_URL'] ?? '';
const floor: Floor = url.startsWith('sqlite:') ? sqliteFloor(url.slice('sqlite:'.length)) : mysqlFloor(url);

const server = createServer((request, response) => void answer(request, response));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const send = (status: number, body: unknown): void => {
    const text = JSON.stringify(body);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    response.writeHead(status, headers).end(text);
  };
  try {
    if (request.method === 'GET') {
      send(200, await listed(request.url ?? ''));
      return;
    }
    const body = JSON.parse(await textOf(request)) as Wanted;
    const booked = await floor.book({ ...body, key: String(request.headers['idempotency-key']) });
    send(booked ? 200 : 409, booked ?? { code: 'full' });
  } catch (error) {
    process.stderr.write(`${String((error as Error).stack)}\n`);
    send(500, {});
  }
}

async function listed(address: string): Promise<object[]> {
  const { pathname, searchParams } = new URL(address, 'http://floor');
  const slots = await floor.list(pathname.split('/')[4] ?? '', searchParams.get('on') ?? '');
  return slots.map(({ booked, ...slot }) => ({ ...slot, remaining: Math.max(0, slot.capacity - booked) }));
}

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => resolve(text));
    request.on('error', reject);
  });
}

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
