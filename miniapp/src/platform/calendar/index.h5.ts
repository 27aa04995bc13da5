import type { CalendarFileView } from '@yiyun/shared';
import { saveFile } from '../save-file';
import type { CalendarEntry } from './types';

/** A browser has no calendar: it downloads the file that every calendar opens. */
export async function addToCalendar(_entry: CalendarEntry, file: () => Promise<CalendarFileView>): Promise<void> {
  const { fileName, text } = await file();
  await saveFile(fileName, text, 'text/calendar');
}
