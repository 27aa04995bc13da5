import { describe, expect, it } from '@jest/globals';
import { newCaseOf } from './new-case.js';

const hallId = 'H'.repeat(26);
const walkIn = { hallId, matterId: 'M'.repeat(26), applicantName: '赵敏', applicantPhone: '19900000001' };
const fieldsOf = (body: Parameters<typeof newCaseOf>[0]): string[] => {
  try {
    newCaseOf(body);
    return [];
  } catch (refusal) {
    return (refusal as { fields: { path: string }[] }).fields.map((field) => field.path);
  }
};

describe('what a case is opened from', () => {
  it('an appointment alone', () => {
    const appointmentId = 'A'.repeat(26);
    expect(newCaseOf({ hallId, appointmentId })).toEqual({ from: 'appointment', appointmentId });
    expect(fieldsOf({ ...walkIn, appointmentId })).toEqual(['matterId', 'applicantName', 'applicantPhone']);
  });

  it('a walk-in with matter, name and phone; for oneself unless said otherwise', () => {
    expect(newCaseOf(walkIn)).toMatchObject({ from: 'walkIn', uscc: null, taxpayerName: '赵敏' });
    expect(newCaseOf({ ...walkIn, taxpayerName: '钱进' })).toMatchObject({ taxpayerName: '钱进' });
    expect(fieldsOf({ hallId })).toEqual(['matterId', 'applicantName', 'applicantPhone']);
  });

  it('an enterprise has a name beside its code', () => {
    expect(fieldsOf({ ...walkIn, uscc: '91330212MA2XXXXX11' })).toEqual(['taxpayerName']);
  });
});
