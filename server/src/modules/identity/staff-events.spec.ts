import { describe, expect, it } from '@jest/globals';
import type { LiveEvent, StaffRole } from '@yiyun/shared';
import type { Actor } from '../../platform/http/context.js';
import { hears } from './staff-events.js';

const staff = (roles: StaffRole[], hallIds: string[], mustChangePassword = false): Actor => ({
  kind: 'staff',
  id: 'x',
  sessionId: '',
  name: '',
  roles,
  hallIds,
  mustChangePassword,
});
const at = (hallId: string | null): LiveEvent => ({ type: 'T', hallId, subjectKind: 's', subjectId: 'i', at: 0 });

describe('who hears of what', () => {
  it.each<[string, Actor | undefined, boolean, boolean, boolean]>([
    //                                                        here   elsewhere  no hall
    ['an officer', staff(['officer'], ['here']), true, false, true],
    ['an officer of two halls', staff(['officer'], ['here', 'there']), true, true, true],
    ['a manager', staff(['manager'], []), true, true, true],
    ['an administrator', staff(['admin'], []), false, false, true],
    ['a manager with a password to change', staff(['manager'], ['here'], true), false, false, false],
    ['a session that ended', undefined, false, false, false],
    ['nobody', { kind: 'nobody' }, false, false, false],
  ])('%s', (_, actor, here, there, anywhere) => {
    expect(['here', 'there', null].map((hallId) => hears(actor, at(hallId)))).toEqual([here, there, anywhere]);
  });
});
