import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Access, type AnyRoute, AppError, type StaffRole } from '@yiyun/shared';
import type { FastifyRequest } from 'fastify';
import { type Actor, type RepeatKey, type Terminal, terminals } from './context.js';
import { ROUTE } from './handle.js';
import { SessionResolver, STAFF_COOKIE } from './sessions.js';

const rolesFor: Partial<Record<Access, readonly StaffRole[]>> = {
  staff: ['officer', 'expert', 'manager', 'admin'],
  hallRead: ['officer', 'manager'],
  hallAct: ['officer'],
  officer: ['officer', 'expert', 'manager'],
  manager: ['manager'],
  managerOrAdmin: ['manager', 'admin'],
};

/** The part of a route's rights that needs no look-up: kind of actor and role. Owner and hall are checked by the service. */
function admit(access: Access, actor: Actor): void {
  if (access === 'public') return;
  if (actor.kind === 'nobody') throw new AppError('auth.required');
  if (access === 'citizen' || access === 'owner') {
    if (actor.kind !== 'citizen') throw new AppError('auth.forbidden');
    return;
  }
  const roles = rolesFor[access] ?? [];
  if (actor.kind !== 'staff' || !actor.roles.some((role) => roles.includes(role))) throw new AppError('auth.forbidden');
  if (actor.mustChangePassword && access !== 'staff') throw new AppError('auth.password_change_required');
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const KEY = /^[\w-]{8,80}$/;

function repeatKeyOf(request: FastifyRequest, route: AnyRoute, actor: Actor): RepeatKey | undefined {
  if (route.method === 'GET' || route.unrepeatable) return undefined;
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY.test(key)) throw new AppError('request.idempotency_key_missing');
  const who = 'id' in actor ? actor.id : `${actor.kind} ${request.ip}`;
  return {
    id: sha256(`${who} ${route.method} ${route.path} ${key}`),
    requestHash: sha256(`${request.url} ${JSON.stringify(request.body ?? null)}`),
  };
}

/** A cookie travels with requests that another site makes a browser send; our own header does not, without CORS. */
function refuseForgery(request: FastifyRequest, route: AnyRoute): void {
  if (route.method !== 'GET' && request.headers['x-terminal'] === undefined) throw new AppError('auth.forbidden');
}

/** Finds out who is calling and whether the route is for them; leaves the context for the handler. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionResolver,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<AnyRoute | undefined>(ROUTE, host.getHandler());
    if (!route)
      throw new Error(`${host.getClass().name}.${host.getHandler().name} is bound to no route of the contract`);
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.actorOf(request, route);
    admit(route.access, actor);
    const terminal = request.headers['x-terminal'];
    request.contractRoute = route;
    request.yiyun = {
      actor,
      terminal: (terminals as readonly unknown[]).includes(terminal) ? (terminal as Terminal) : 'other',
      requestId: request.id,
      ip: request.ip,
      repeat: repeatKeyOf(request, route, actor),
    };
    return true;
  }

  private async actorOf(request: FastifyRequest, route: AnyRoute): Promise<Actor> {
    const { authorization } = request.headers;
    if (authorization?.startsWith('Bearer ')) return this.sessions.resolve(authorization.slice(7));
    const cookie = request.cookies[STAFF_COOKIE];
    if (!cookie) return { kind: 'nobody' };
    refuseForgery(request, route);
    return this.sessions.resolve(cookie);
  }
}
