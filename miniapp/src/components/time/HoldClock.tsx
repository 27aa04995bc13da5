import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { a11y } from '@/lib/a11y';
import { classNames } from '@/lib/class-names';
import { now } from '@/lib/clock';
import { sayLeft, sayMinutesLeft, sayWhen } from '@/lib/time';
import { useNow } from '@/lib/use-now';
import { Icon } from '../media/Icon';
import './HoldClock.scss';

interface HoldClockProps {
  /** ms UTC */
  until: number;
  /** The place is not kept any longer. */
  onOver?: () => void;
}

const SHORT_MS = 2 * 60_000;
const SECOND_MS = 1000;

/** How long a place is kept: seen to the second, spoken once a minute. */
export function HoldClock({ until, onOver }: HoldClockProps) {
  const left = until - useNow(SECOND_MS);
  const over = left <= 0;
  useEffect(() => {
    if (over) onOver?.();
  }, [over]);
  return (
    <View className={classNames('hold-clock', left < SHORT_MS && 'is-short')}>
      <Icon name="clock" size="small" className="hold-clock__shape" />
      <View className="hold-clock__text">
        <View>号为您留到{sayWhen(until, now())}</View>
        <View className="hold-clock__left" {...a11y({ hidden: true })}>
          {over ? '保留时间到了' : `还剩 ${sayLeft(left)}`}
        </View>
        <View className="page__unseen" {...a11y({ role: 'status', live: 'polite' })}>
          {over ? '保留时间到了' : sayMinutesLeft(left)}
        </View>
      </View>
    </View>
  );
}
