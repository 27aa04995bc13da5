/** What an entry of a calendar says. */
export interface CalendarEntry {
  /** The same for every later state of the same thing. */
  uid: string;
  /** Rises with every change: the larger one holds. */
  sequence: number;
  /** When the entry was written. */
  stampAt: number;
  startsAt: number;
  endsAt: number;
  summary: string;
  location: string;
  description: string;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** Minutes before the start at which the phone reminds. */
  alarmMinutes: number;
}

const MAX_OCTETS = 75;

/** An entry as a file that every calendar reads (RFC 5545): times in UTC, so that no zone need be described. */
export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yiyun//Appointments//ZH',
    'CALSCALE:GREGORIAN',
    `METHOD:${entry.status === 'CANCELLED' ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stampAt)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(entry.endsAt)}`,
    `SUMMARY:${escaped(entry.summary)}`,
    `LOCATION:${escaped(entry.location)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `STATUS:${entry.status}`,
    ...(entry.status === 'CANCELLED' ? [] : alarm(entry)),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const alarm = ({ alarmMinutes, summary }: CalendarEntry): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escaped(summary)}`,
  `TRIGGER:-PT${alarmMinutes}M`,
  'END:VALARM',
];

/** 20261124T010000Z */
const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');

/** Lines of at most 75 octets, a continued one beginning with a blank; no character is cut in two. */
function folded(line: string): string {
  let [out, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
