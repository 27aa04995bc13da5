import { View } from '@tarojs/components';
import type { SlotDayView, SlotView } from '@yiyun/shared';
import { Button, Empty, Loaded, Pressable } from '@/components';
import { a11y } from '@/lib/a11y';
import { now } from '@/lib/clock';
import { dateOf, sayDate, sayDay, timeOf } from '@/lib/time';
import type { TimesProps } from './Times';
import { isFree } from './use-slots';
import './ElderTimes.scss';

const sayHalf = ({ startsAt }: SlotView): string => (timeOf(startsAt) < '12:00' ? '上午' : '下午');

/** One day at a time, only what is free, and a touch is the choice. */
export function ElderTimes({ days, slots, on, ownSlotId, onDay, onSlot, onFull }: TimesProps) {
  const open = days.filter((day) => day.remaining > 0 || day.on === on);
  const at = open.findIndex((day) => day.on === on);
  const [before, after] = [open[at - 1], open[at + 1]];
  return (
    <>
      <View className="elder-times__day" {...a11y({ role: 'status', live: 'polite' })}>
        {sayBoth(on)}
      </View>
      <View className="elder-times__turn">
        <Turn id="day-before" word="前一天" day={before} onDay={onDay} />
        <Turn id="day-after" word="后一天" day={after} onDay={onDay} />
      </View>
      <Loaded query={slots} rows={4}>
        {(list) => {
          const free = list.filter((slot) => isFree(slot) || slot.id === ownSlotId);
          return free.length === 0 ? (
            <Empty icon="clock" title="这一天约满了" note="请看别的日子。">
              {onFull && (
                <Button kind="secondary" id="wait-for-full" onPress={() => onFull(on)}>
                  候补或换个地方
                </Button>
              )}
            </Empty>
          ) : (
            <>
              {free.map((slot) => (
                <Pressable
                  key={slot.id}
                  id={`slot-${timeOf(slot.startsAt).replace(':', '')}`}
                  className="elder-times__slot"
                  role="link"
                  onPress={() => onSlot(slot)}
                >
                  <View className="elder-times__time">{`${sayHalf(slot)} ${timeOf(slot.startsAt)}`}</View>
                  <View className="elder-times__places">
                    {slot.id === ownSlotId ? '已为您占着' : `余 ${slot.remaining}`}
                  </View>
                </Pressable>
              ))}
              {onFull && free.length < list.length && (
                <Button kind="text" id="wait-for-full" onPress={() => onFull(on)}>
                  想要的时间没有了？
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

interface TurnProps {
  id: string;
  word: string;
  day: SlotDayView | undefined;
  onDay: (on: string) => void;
}

function Turn({ id, word, day, onDay }: TurnProps) {
  return (
    <Pressable
      id={id}
      className="elder-times__way"
      disabled={!day}
      label={day ? `${word}，${sayBoth(day.on)}` : `没有${word}了`}
      onPress={() => day && onDay(day.on)}
    >
      {word}
    </Pressable>
  );
}

/** '明天 11月24日', '11月26日 周四' */
function sayBoth(on: string): string {
  const day = sayDay(on, dateOf(now()));
  return day.includes('月') ? day : `${day} ${sayDate(on)}`;
}
