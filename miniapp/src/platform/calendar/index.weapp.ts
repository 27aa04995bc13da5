import Taro from '@tarojs/taro';
import type { CalendarFileView } from '@yiyun/shared';
import type { CalendarEntry } from './types';

const MS = 1000;
const REMIND_BEFORE_S = 2 * 3600;

/** Puts a visit into the phone's own calendar. Rejects when the person does not allow it. */
export async function addToCalendar(entry: CalendarEntry, _file: () => Promise<CalendarFileView>): Promise<void> {
  await Taro.addPhoneCalendar({
    title: entry.title,
    startTime: Math.floor(entry.startsAt / MS),
    endTime: String(Math.floor(entry.endsAt / MS)),
    location: entry.place,
    description: entry.note,
    alarm: true,
    alarmOffset: REMIND_BEFORE_S,
  });
}
