import type { SlotDayView, SlotView } from '@yiyun/shared';
import { DayPicker, Empty, Loaded, SlotGrid } from '@/components';
import { now } from '@/lib/clock';
import { dateOf } from '@/lib/time';
import type { useSlots } from './use-slots';

export interface TimesProps {
  days: SlotDayView[];
  /** Of the day `on`. */
  slots: ReturnType<typeof useSlots>;
  on: string;
  slotId: string;
  /** The slot of which this person holds a place already. */
  ownSlotId?: string | undefined;
  onDay: (on: string) => void;
  onSlot: (slot: SlotView) => void;
  /** A day that is full, or a slot of the chosen day; left out, they can't be pressed. */
  onFull?: (on: string, slotId?: string) => void;
}

/** The days as a calendar, the slots of one day below. */
export function Times({ days, slots, on, slotId, ownSlotId, onDay, onSlot, onFull }: TimesProps) {
  const choose = (list: SlotView[], id: string) => {
    const slot = list.find((one) => one.id === id);
    if (slot) onSlot(slot);
  };
  return (
    <>
      <DayPicker
        days={days.map((day) => ({
          on: day.on,
          remaining: day.remaining,
          ...(day.closedReason && { closed: day.closedReason }),
        }))}
        todayOn={dateOf(now())}
        value={on}
        onChange={onDay}
        onFull={onFull && ((full) => onFull(full))}
      />
      {on !== '' && (
        <Loaded query={slots} rows={4}>
          {(list) =>
            list.length === 0 ? (
              <Empty icon="clock" title="这一天没有可约的时段了" note="请换一天。" />
            ) : (
              <SlotGrid
                slots={list.map(({ closedReason, ...slot }) => ({
                  ...slot,
                  ...(closedReason && { closed: closedReason }),
                  ...(slot.id === ownSlotId && { remaining: 1, mark: '已占着' }),
                }))}
                value={slotId}
                onChange={(id) => choose(list, id)}
                onFull={onFull && ((id) => onFull(on, id))}
              />
            )
          }
        </Loaded>
      )}
    </>
  );
}
