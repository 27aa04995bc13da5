import { describe, expect, it } from '@jest/globals';
import { instantAt } from '@yiyun/shared';
import fc from 'fast-check';
import { type CalendarEntry, calendarFile } from './calendar-file.js';

const entry: CalendarEntry = {
  uid: '01HZX@yiyun',
  sequence: 3,
  stampAt: instantAt('2026-11-23', 570),
  startsAt: instantAt('2026-11-24', 540),
  endsAt: instantAt('2026-11-24', 570),
  summary: '办税预约：开具税收完税证明',
  location: '鄞州区税务局办税服务厅, 样例大道100号1楼',
  description: '预约号：Y2611-24\n材料：身份证件；代理委托书（委托时）',
  status: 'CONFIRMED',
  alarmMinutes: 120,
};
/** What a calendar reads: lines unfolded, names and values apart. */
const read = (text: string): [name: string, value: string][] =>
  text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
const unescaped = (value: string) => value.replaceAll(/\\([\\;,n])/g, (_, c: string) => (c === 'n' ? '\n' : c));
const valueOf = (text: string, name: string) => unescaped(read(text).find(([n]) => n === name)?.[1] ?? '');

describe('a calendar file', () => {
  it('is what RFC 5545 asks for', () => {
    expect(calendarFile(entry)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Yiyun//Appointments//ZH',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'BEGIN:VEVENT',
        'UID:01HZX@yiyun',
        'SEQUENCE:3',
        'DTSTAMP:20261123T013000Z',
        'DTSTART:20261124T010000Z',
        'DTEND:20261124T013000Z',
        'SUMMARY:办税预约：开具税收完税证明',
        'LOCATION:鄞州区税务局办税服务厅\\, 样例大道100号1楼',
        'DESCRIPTION:预约号：Y2611-24\\n材料：身份证件；代理委托书\r\n （委托时）',
        'STATUS:CONFIRMED',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'DESCRIPTION:办税预约：开具税收完税证明',
        'TRIGGER:-PT120M',
        'END:VALARM',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('takes a cancelled one out of the calendar, without an alarm', () => {
    const text = calendarFile({ ...entry, status: 'CANCELLED' });
    expect(valueOf(text, 'METHOD')).toBe('CANCEL');
    expect(valueOf(text, 'STATUS')).toBe('CANCELLED');
    expect(text).not.toContain('VALARM');
  });

  it('crosses midnight and the year’s end in UTC', () => {
    const text = calendarFile({
      ...entry,
      startsAt: instantAt('2027-01-01', 450),
      endsAt: instantAt('2027-01-01', 480),
    });
    expect([valueOf(text, 'DTSTART'), valueOf(text, 'DTEND')]).toEqual(['20261231T233000Z', '20270101T000000Z']);
  });

  it('folds at 75 octets, cuts no character, and gives every text back', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', ',', ';', '\\', '\n', ':', '税', '𠮷', '号'),
      maxLength: 120,
    });
    fc.assert(
      fc.property(text, text, text, (summary, location, description) => {
        const file = calendarFile({ ...entry, summary, location, description });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(file).not.toMatch(/�|[^\r]\n/);
        expect(valueOf(file, 'SUMMARY')).toBe(summary);
        expect(valueOf(file, 'LOCATION')).toBe(location);
        expect(valueOf(file, 'DESCRIPTION')).toBe(description);
      }),
    );
  });
});
