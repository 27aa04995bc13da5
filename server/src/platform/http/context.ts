import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AnyRoute, StaffRole } from '@yiyun/shared';
import type { FastifyRequest } from 'fastify';

/** Who is acting. A citizen carries what every guard asks about, so that a booking needs no look-up for it. */
export type Actor =
  | { kind: 'nobody' }
  | { kind: 'system' }
  | { kind: 'citizen'; id: string; sessionId: string; consented: boolean; phoneVerified: boolean }
  | {
      kind: 'staff';
      id: string;
      sessionId: string;
      name: string;
      roles: readonly StaffRole[];
      hallIds: readonly string[];
      /** The password was set by somebody else; until it is changed nothing but the account itself is open. */
      mustChangePassword: boolean;
    };
export type CitizenActor = Extract<Actor, { kind: 'citizen' }>;
export type StaffActor = Extract<Actor, { kind: 'staff' }>;

export const terminals = ['weapp', 'h5', 'console', 'other'] as const;
export type Terminal = (typeof terminals)[number] | 'system';

/** What a request is, besides its content; the first argument of every service. */
export interface Context<A extends Actor = Actor> {
  readonly actor: A;
  readonly terminal: Terminal;
  readonly requestId: string;
  readonly ip: string;
  /** Present on writes that can be repeated. */
  readonly repeat?: RepeatKey;
}
export interface RepeatKey {
  /** Of this actor, this route and this Idempotency-Key; hexadecimal, 64 characters. */
  readonly id: string;
  /** Of the content of the request. */
  readonly requestHash: string;
}

/** The context in which the system itself acts: jobs, reactions to events, the seed. */
export const systemContext: Context = { actor: { kind: 'system' }, terminal: 'system', requestId: 'system', ip: '' };

declare module 'fastify' {
  interface FastifyRequest {
    yiyun?: Context;
    /** The contract's route that answers this request. */
    contractRoute?: AnyRoute;
  }
}

/** Injects the context of the request into a handler. */
export const Ctx = createParamDecorator((_: unknown, host: ExecutionContext): Context => {
  const context = host.switchToHttp().getRequest<FastifyRequest>().yiyun;
  if (!context) throw new Error('a route without the guard was called');
  return context;
});
