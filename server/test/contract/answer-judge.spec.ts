import { describe, expect, it } from '@jest/globals';
import { judgeAnswer, routeAt } from '../harness/answer-judge.js';

const slot = { id: 's', startsAt: 1, endsAt: 2, capacity: 3, remaining: 4, closedReason: null };
const judgeSlots = (slots: unknown) => () => judgeAnswer('GET', '/public/halls/h/slots', 200, slots);

describe('the judge of answers', () => {
  it('finds the route of a path, a literal one first', () => {
    expect(routeAt('GET', '/messages/unread')?.name).toBe('messaging.unread');
    expect(routeAt('POST', '/messages/01/read')?.name).toBe('messaging.read');
    expect(routeAt('GET', '/unheard-of')).toBeUndefined();
  });

  it('passes an answer of the route’s type', () => {
    expect(judgeSlots([slot, { ...slot, closedReason: '放假' }])).not.toThrow();
  });

  it('names what differs from the type: a field missing, of another type, or told too much', () => {
    const { startsAt: _, ...without } = slot;
    expect(judgeSlots([without])).toThrow(/appointments\.slots[^]*\/0 must have required property 'startsAt'/);
    expect(judgeSlots([{ ...slot, startsAt: '1' }])).toThrow('/0/startsAt must be integer');
    expect(judgeSlots([{ ...slot, startsAt: 1.5 }])).toThrow('/0/startsAt must be integer');
    expect(judgeSlots([{ ...slot, booked: 9 }])).toThrow('"booked"');
    expect(judgeSlots({})).toThrow('must be array');
  });

  it('passes a refusal that the route or every route declares, and no other', () => {
    const refuse = (code: string) => () => judgeAnswer('POST', '/appointments', 409, { code });
    expect(refuse('appointment.slot_full')).not.toThrow();
    expect(refuse('request.invalid')).not.toThrow();
    expect(refuse('case.documents_missing')).toThrow('appointments.book refused with case.documents_missing');
    expect(refuse('no.code')).toThrow('declares');
  });
});
