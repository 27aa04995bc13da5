import { createServer, type IncomingMessage } from 'node:http';
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

const server = createServer(async (request, response) => {
  const answer = (status: number, body: unknown) => {
    const text = JSON.stringify(body);
    response
      .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      .end(text);
  };
  try {
    if (request.method === 'GET') return answer(200, await listed(request.url ?? ''));
    const body = JSON.parse(await textOf(request)) as Wanted;
    const booked = await floor.book({ ...body, key: String(request.headers['idempotency-key']) });
    return booked ? answer(200, booked) : answer(409, { code: 'full' });
  } catch (error) {
    process.stderr.write(`${String((error as Error).stack)}\n`);
    return answer(500, {});
  }
});

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
