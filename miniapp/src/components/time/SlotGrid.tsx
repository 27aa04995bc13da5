import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y';
import { classNames } from '@/lib/class-names';
import { useRoving } from '@/lib/roving';
import { timeOf } from '@/lib/time';
import { Pressable } from '../actions/Pressable';
import './SlotGrid.scss';

export interface SlotChoice {
  id: string;
  /** ms UTC */
  startsAt: number;
  endsAt: number;
  /** Places left. */
  remaining: number;
  /** Why it can't be chosen, where it isn't full. */
  closed?: string;
  /** What stands in the place of the places left: 已为您占着. */
  mark?: string;
}

interface SlotGridProps {
  slots: SlotChoice[];
  value: string | undefined;
  onChange: (id: string) => void;
  /** A full slot was pressed; left out, it can't be. */
  onFull?: (id: string) => void;
}

const isOpen = (slot: SlotChoice) => slot.remaining > 0 && !slot.closed;
const sayTime = (slot: SlotChoice) => `${timeOf(slot.startsAt)}–${timeOf(slot.endsAt)}`;
const sayPlaces = (slot: SlotChoice) =>
  slot.mark ?? (slot.closed ? '停约' : slot.remaining > 0 ? `余 ${slot.remaining}` : '约满');

/** The slots of one day, morning and afternoon apart, each with the places left. */
export function SlotGrid({ slots, value, onChange, onFull }: SlotGridProps) {
  const member = useRoving({
    count: slots.length,
    chosen: slots.findIndex((slot) => slot.id === value),
    choose: (index) => onChange((slots[index] as SlotChoice).id),
    canChoose: (index) => isOpen(slots[index] as SlotChoice),
  });
  const halves = [
    { title: '上午', slots: slots.filter((slot) => timeOf(slot.startsAt) < '12:00') },
    { title: '下午', slots: slots.filter((slot) => timeOf(slot.startsAt) >= '12:00') },
  ];
  return (
    <View className="slot-grid" {...a11y({ role: 'radiogroup', label: '选择时段' })}>
      {halves
        .filter((half) => half.slots.length > 0)
        .map((half) => (
          <View key={half.title} className="slot-grid__half">
            <View className="slot-grid__title">{half.title}</View>
            <View className="slot-grid__slots">
              {half.slots.map((slot) =>
                onFull && slot.remaining <= 0 && !slot.closed ? (
                  <Pressable
                    key={slot.id}
                    className="slot is-full"
                    label={`${half.title}${sayTime(slot)}，约满·候补`}
                    onPress={() => onFull(slot.id)}
                  >
                    <View className="slot__time">{sayTime(slot)}</View>
                    <View className="slot__places">约满·候补</View>
                  </Pressable>
                ) : (
                  <Pressable
                    key={slot.id}
                    role="radio"
                    className={classNames('slot', slot.id === value && 'is-chosen')}
                    checked={slot.id === value}
                    disabled={!isOpen(slot)}
                    label={`${half.title}${sayTime(slot)}，${slot.closed ?? sayPlaces(slot)}`}
                    onPress={() => onChange(slot.id)}
                    {...member(slots.indexOf(slot))}
                  >
                    <View className="slot__time">{sayTime(slot)}</View>
                    <View className="slot__places">{sayPlaces(slot)}</View>
                  </Pressable>
                ),
              )}
            </View>
          </View>
        ))}
    </View>
  );
}
