import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { LiveEvent } from '@yiyun/shared';
import type { FastifyReply } from 'fastify';
import { LiveFeed } from '../../platform/events/live-feed.js';
import type { Actor, Context } from '../../platform/http/context.js';
import { staffOf } from '../../platform/http/policies.js';
import { Sessions } from './sessions.js';

/** A terminal that doesn't read what it is sent is let go; it comes back by itself and reads its lists again. */
const MAX_UNREAD_BYTES = 256 * 1024;

/** What staff may hear of: their own halls, and what belongs to no hall; managers everything. */
export function hears(actor: Actor | undefined, { hallId }: LiveEvent): boolean {
  if (actor?.kind !== 'staff' || actor.mustChangePassword) return false;
  return hallId === null || actor.roles.includes('manager') || actor.hallIds.includes(hallId);
}

/** Live events for the console, as Server-Sent Events, for as long as the session and the connection last. */
@Injectable()
export class StaffEvents implements OnModuleDestroy {
  /** How often a sign of life is sent and the session looked at again. */
  heartbeatMs = 15_000;
  private readonly streams = new Set<() => void>();

  constructor(
    private readonly feed: LiveFeed,
    private readonly sessions: Sessions,
  ) {}

  get openCount(): number {
    return this.streams.size;
  }

  /** Takes over the reply. Events of the time before are not repeated: a console that comes back reads its lists again. */
  open(ctx: Context, reply: FastifyReply): void {
    let actor: Actor | undefined = staffOf(ctx);
    const { sessionId } = actor;
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 2000\n\n');

    const leave = this.feed.listen((id, event) => {
      if (!hears(actor, event)) return;
      raw.write(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`);
      if (raw.writableLength > MAX_UNREAD_BYTES) end();
    });
    const lookAgain = async () => {
      // While the database can't be asked, what was known last holds.
      actor = await this.sessions.holderOf(sessionId).catch(() => actor);
      if (!this.streams.has(end)) return;
      if (actor) raw.write(': \n\n');
      else end();
    };
    const heartbeat = setInterval(() => void lookAgain(), this.heartbeatMs);
    const end = () => {
      clearInterval(heartbeat);
      leave();
      this.streams.delete(end);
      raw.end();
    };
    this.streams.add(end);
    raw.on('close', end);
  }

  /** Open streams would hold up the shutdown. */
  onModuleDestroy(): void {
    for (const end of this.streams) end();
  }
}
