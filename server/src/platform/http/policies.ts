import { AppError } from '@yiyun/shared';
import type { Actor, CitizenActor, Context, StaffActor } from './context.js';

/** The second half of a route's rights, where the thing itself must be known. One line at the start of a service method. */

/** The caller as a citizen; the guard has let nobody else through. */
export function citizenOf(ctx: Context): CitizenActor {
  if (ctx.actor.kind !== 'citizen') throw new AppError('auth.forbidden');
  return ctx.actor;
}
export function staffOf(ctx: Context): StaffActor {
  if (ctx.actor.kind !== 'staff') throw new AppError('auth.forbidden');
  return ctx.actor;
}

/** The thing, if it belongs to the citizen; to anybody else it does not exist. */
export function requireOwner<T extends { citizenId: string | null }>(ctx: Context, thing: T | null | undefined): T {
  if (!thing || thing.citizenId !== citizenOf(ctx).id) throw new AppError('request.not_found');
  return thing;
}

/** A citizen who agreed to the privacy terms now in force. */
export function requireConsent(ctx: Context): CitizenActor {
  const citizen = citizenOf(ctx);
  if (!citizen.consented) throw new AppError('identity.consent_required');
  return citizen;
}
/** A citizen whom the hall can call back. */
export function requirePhone(ctx: Context): CitizenActor {
  const citizen = requireConsent(ctx);
  if (!citizen.phoneVerified) throw new AppError('identity.phone_required');
  return citizen;
}

const worksAt = (actor: Actor, hallId: string): boolean => actor.kind === 'staff' && actor.hallIds.includes(hallId);

/** An officer of the hall. */
export function requireHallOfficer(ctx: Context, hallId: string): StaffActor {
  const staff = staffOf(ctx);
  if (!staff.roles.includes('officer') || !worksAt(staff, hallId)) throw new AppError('auth.forbidden');
  return staff;
}
/** An officer of the hall, or a manager. */
export function requireHallReader(ctx: Context, hallId: string): StaffActor {
  const staff = staffOf(ctx);
  if (staff.roles.includes('manager')) return staff;
  return requireHallOfficer(ctx, hallId);
}
