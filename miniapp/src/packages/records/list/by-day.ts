import type { RecordEntryView } from '@yiyun/shared';
import { dateOf } from '@/lib/time';

export interface DayOfRecords {
  on: string;
  entries: RecordEntryView[];
}

/** The same entries in the same order, those of one day together. */
export function byDay(entries: readonly RecordEntryView[]): DayOfRecords[] {
  const days: DayOfRecords[] = [];
  for (const entry of entries) {
    const on = dateOf(entry.at);
    const last = days[days.length - 1];
    if (last?.on === on) last.entries.push(entry);
    else days.push({ on, entries: [entry] });
  }
  return days;
}
