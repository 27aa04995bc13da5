import type { Actor } from './context.js';

/** Knows whose session a token is. Identity answers; an unknown, ended or expired token is nobody's. */
export abstract class SessionResolver {
  abstract resolve(token: string): Promise<Actor>;
}
export const STAFF_COOKIE = 'yiyun_staff';
