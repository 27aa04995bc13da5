import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Pressable } from '../actions/Pressable';
import { Icon } from '../media/Icon';
import './TicketCard.scss';

interface TicketCardProps {
  /** What this is: 下一次预约. */
  kind: string;
  /** The one thing to read first: 今天 14:30. */
  when: string;
  what: string;
  where: string;
  /** Below the tear line: the reference number, what to do next. */
  foot?: string;
  id?: string;
  onPress?: () => void;
}

/** A place in time, as the ticket it is: when large, what and where below, its number on the stub. */
export function TicketCard(props: PropsWithChildren<TicketCardProps>) {
  const { kind, when, what, where, foot, id, onPress, children } = props;
  const content = (
    <>
      <View className="ticket__main">
        <View className="ticket__kind">{kind}</View>
        <View className="ticket__when">{when}</View>
        <View className="ticket__what">{what}</View>
        <View className="ticket__where">
          <Icon name="place" size="small" />
          <View className="ticket__place">{where}</View>
        </View>
      </View>
      {(foot || children) && (
        <View className="ticket__stub">
          {foot && <View className="ticket__foot">{foot}</View>}
          {onPress && <Icon name="forward" size="small" />}
          {children}
        </View>
      )}
    </>
  );
  return onPress ? (
    <Pressable id={id} className="ticket" role="link" onPress={onPress}>
      {content}
    </Pressable>
  ) : (
    <View className="ticket">{content}</View>
  );
}
