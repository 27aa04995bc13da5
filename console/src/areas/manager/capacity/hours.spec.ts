import { describe, expect, it } from '@jest/globals';
import { hoursText, moved, readHours, scaleOf } from './hours';

const day = readHours('08:30-12:00 13:30-17:00') ?? [];

describe('hours as text', () => {
  it('are written as the contract wants them, and read back', () => {
    expect(hoursText(day)).toBe('08:30-12:00 13:30-17:00');
    expect(hoursText([])).toBe('');
    expect(readHours('')).toEqual([]);
  });

  it('are read with the signs that people use', () => {
    expect(readHours('8:30—12：00，13：30~17:00')).toEqual(day);
    expect(readHours('08:30至12:00、13:30到17:00')).toEqual(day);
  });

  it('are refused out of order or half written', () => {
    expect(readHours('13:30-17:00 08:30-12:00')).toBeUndefined();
    expect(readHours('08:30')).toBeUndefined();
  });
});

describe('dragging', () => {
  it('moves an edge to the half-hour', () => {
    expect(hoursText(moved(day, 0, 'to', -50))).toBe('08:30-11:00 13:30-17:00');
    expect(hoursText(moved(day, 1, 'to', 74))).toBe('08:30-12:00 13:30-18:00');
  });

  it('stops at the neighbour and keeps half an hour', () => {
    expect(hoursText(moved(day, 1, 'from', -400))).toBe('08:30-12:00 12:00-17:00');
    expect(hoursText(moved(day, 0, 'from', 900))).toBe('11:30-12:00 13:30-17:00');
  });

  it('moves a whole stretch without changing its length', () => {
    expect(hoursText(moved(day, 0, 'whole', 60))).toBe('09:30-13:00 13:30-17:00');
    expect(hoursText(moved(day, 0, 'whole', 600))).toBe('10:00-13:30 13:30-17:00');
  });

  it('leaves everything where there is no such stretch', () => {
    expect(moved(day, 5, 'to', 30)).toEqual(day);
  });
});

describe('the part of the day that is drawn', () => {
  it('reaches over every hour in use', () => {
    expect(scaleOf([day])).toEqual({ fromMinutes: 480, toMinutes: 1080 });
    expect(scaleOf([readHours('07:30-20:30') ?? []])).toEqual({ fromMinutes: 420, toMinutes: 1260 });
  });
});
