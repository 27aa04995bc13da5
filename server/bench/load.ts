import { Connection } from './connection.js';
import type { Requests } from './fixture.js';

/** What a stretch of load came to. */
export interface Load {
  /** Answered with 200. */
  done: number;
  /** Refused with 409. */
  refused: number;
  /** Answered with anything else. */
  failed: number;
  seconds: number;
  /** Of every answer, in milliseconds, ascending. */
  latenciesMs: number[];
}

/** Keeps so many connections busy, each with one request at a time, for so many seconds or until there are no requests. */
export async function putLoad(port: number, connections: number, seconds: number, next: Requests): Promise<Load> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const load: Load = { done: 0, refused: 0, failed: 0, seconds: 0, latenciesMs: [] };
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  const work = async (connection: Connection): Promise<void> => {
    for (let sentAt = startedAt; sentAt < endsAt; ) {
      const request = next();
      if (!request) return;
      sentAt = performance.now();
      const { status } = await connection.send(request);
      const now = performance.now();
      load.latenciesMs.push(now - sentAt);
      if (status === 200) load.done++;
      else if (status === 409) load.refused++;
      else load.failed++;
      sentAt = now;
    }
  };
  try {
    await Promise.all(open.map(work));
  } finally {
    for (const connection of open) connection.close();
  }
  load.seconds = (performance.now() - startedAt) / 1000;
  load.latenciesMs.sort((a, b) => a - b);
  return load;
}
