import { useState } from 'react';
import { type Day, DayPicker, SlotGrid } from '@/components';
import { addDays, weekdayOf } from '@/lib/time';

const TODAY_ON = '2026-11-23';
const HALF_HOUR_MS = 1_800_000;

const DAYS: Day[] = Array.from({ length: 14 }, (_, index) => {
  const on = addDays(TODAY_ON, index);
  const weekend = weekdayOf(on) % 6 === 0;
  return { on, remaining: weekend || index === 2 ? 0 : 5 + ((index * 7) % 23), closed: weekend ? '休息' : undefined };
});

const SLOTS = [9, 9.5, 10, 10.5, 13.5, 14, 14.5, 15].map((hour, index) => {
  const startsAt = Date.UTC(2026, 10, 24) + (hour - 8) * 2 * HALF_HOUR_MS;
  return { id: String(index), startsAt, endsAt: startsAt + HALF_HOUR_MS, remaining: index === 1 ? 0 : (index * 3) % 7 };
});

export function Times() {
  const [on, setOn] = useState<string>();
  const [slot, setSlot] = useState<string>();
  return (
    <>
      <DayPicker days={DAYS} todayOn={TODAY_ON} value={on} onChange={setOn} />
      <SlotGrid slots={SLOTS} value={slot} onChange={setSlot} />
    </>
  );
}
