import { View } from '@tarojs/components';
import type { AlternativeView } from '@yiyun/shared';
import { Button, Card } from '@/components';
import { now } from '@/lib/clock';
import { shortHall } from '@/lib/hall-words';
import { sayWhen, timeOf } from '@/lib/time';
import './Alternative.scss';

interface AlternativeProps {
  alternative: AlternativeView;
  busy: boolean;
  disabled: boolean;
  onTake: () => void;
}

/** A place that is held: when, where, until when, and one tap to have it. */
export function Alternative({ alternative: a, busy, disabled, onTake }: AlternativeProps) {
  const when = `${sayWhen(a.startsAt, now())}–${timeOf(a.endsAt)}`;
  return (
    <Card>
      <View className="alternative__when">{when}</View>
      <View className="alternative__where">{`${shortHall(a.hall.name)}，${a.hall.address}`}</View>
      <View className="alternative__until">{`替您留到${sayWhen(a.heldUntil, now())}`}</View>
      <Button
        id={`take-${a.appointmentId}`}
        busy={busy}
        busyText="正在改约…"
        disabled={disabled}
        label={`改到这个时间：${when}，${a.hall.name}`}
        onPress={onTake}
      >
        改到这个时间
      </Button>
    </Card>
  );
}
