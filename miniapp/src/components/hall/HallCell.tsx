import { View } from '@tarojs/components';
import { type HallLoadView, type HallView, type MatterGroup, sayHours } from '@yiyun/shared';
import { shortHall } from '@/lib/hall-words';
import { sayLoad } from '@/lib/queue-words';
import { Cell } from '../actions/Cell';
import './HallCell.scss';

interface HallCellProps {
  hall: HallView;
  load: HallLoadView | undefined;
  /** Whose wait is shown; without one, both. */
  group?: MatterGroup;
  /** '2.1 公里' */
  distance?: string;
  /** Without the address, for large type. */
  brief?: boolean;
  onPress?: () => void;
}

/** A hall in a list: where, when, and how full it is now. */
export function HallCell({ hall, load, group, distance, brief, onPress }: HallCellProps) {
  const today = hall.today.length === 0 ? '今天休息' : `今天 ${sayHours(hall.today)}`;
  const where = [!brief && hall.address, distance].filter(Boolean).join(' · ');
  const lines = [where, today, load && sayLoad(load, group)];
  return (
    <Cell
      id={`hall-${hall.id}`}
      icon="place"
      title={shortHall(hall.name)}
      label={[hall.name, ...lines].filter(Boolean).join('，')}
      note={
        <>
          {where && <View>{where}</View>}
          <View>{today}</View>
          {load && <View className="hall-cell__load">{sayLoad(load, group)}</View>}
        </>
      }
      onPress={onPress}
    />
  );
}
