import { describe, expect, it } from '@jest/globals';
import type { LiveEvent } from '@yiyun/shared';
import { isConcerned, keys } from './keys';

const event = (subjectKind: string, hallId: string | null): LiveEvent => ({
  type: 'Something',
  hallId,
  subjectKind,
  subjectId: 'thing',
  at: 0,
});

describe('what an event has read again', () => {
  it('the lists of its hall and the thing itself', () => {
    const booked = event('appointment', 'hall-a');
    expect(isConcerned(keys.appointments('hall-a', { status: 'pending' }), booked)).toBe(true);
    expect(isConcerned(keys.appointment('thing'), booked)).toBe(true);
  });

  it('not another hall, another thing or another kind', () => {
    const booked = event('appointment', 'hall-a');
    expect(isConcerned(keys.appointments('hall-b', {}), booked)).toBe(false);
    expect(isConcerned(keys.appointment('other'), booked)).toBe(false);
    expect(isConcerned(keys.cases('hall-a', {}), booked)).toBe(false);
  });

  it('what is put together from things of several kinds, in its hall', () => {
    expect(isConcerned(keys.board('hall-a'), event('ticket', 'hall-a'))).toBe(true);
    expect(isConcerned(keys.board('hall-a'), event('serviceWindow', 'hall-a'))).toBe(true);
    expect(isConcerned(keys.board('hall-a'), event('ticket', 'hall-b'))).toBe(false);
    expect(isConcerned(keys.disruption('closure'), event('affectedParty', 'hall-a'))).toBe(true);
    expect(isConcerned(keys.tickets('hall-a', {}), event('serviceWindow', 'hall-a'))).toBe(false);
  });

  it('every list of the kind when it belongs to no hall', () => {
    expect(isConcerned(keys.questions({ scope: 'waiting' }), event('help', null))).toBe(true);
    expect(isConcerned(keys.questions({ scope: 'waiting' }), event('help', 'hall-a'))).toBe(true);
  });
});
