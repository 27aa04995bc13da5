import { focusOn } from '@/platform/focus';
import { useUid } from './uid';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

interface Group {
  count: number;
  /** Index of what is chosen, -1 for nothing. */
  chosen: number;
  choose(index: number): void;
  /** Left out when every one can be chosen. */
  canChoose?(index: number): boolean;
}

interface GroupMember {
  id: string;
  tabStop: boolean;
  onKey(key: string): boolean;
}

/**
 * The keyboard's way through radios, tabs and days: the group is one stop of the Tab key, arrows choose within it.
 * @returns the properties of the member at an index, for its Pressable
 */
export function useRoving({ count, chosen, choose, canChoose = () => true }: Group): (index: number) => GroupMember {
  const group = useUid('choice');
  const idOf = (index: number) => `${group}-${index}`;
  const indexes = Array.from({ length: count }, (_, index) => index);
  const stop = chosen >= 0 ? chosen : indexes.find(canChoose);

  return (index) => ({
    id: idOf(index),
    tabStop: index === stop,
    onKey(key) {
      const step = STEPS[key];
      if (!step) return false;
      const ring = indexes.map((_, hops) => (index + step * (hops + 1) + count * count) % count);
      const next = ring.find(canChoose);
      if (next === undefined) return false;
      choose(next);
      focusOn(idOf(next));
      return true;
    },
  });
}
