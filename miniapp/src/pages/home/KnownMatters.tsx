import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import type { AppointmentView } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { Icon, Pressable } from '@/components';
import { go } from '@/lib/go';
import { shortHall } from '@/lib/hall-words';

const LOOKED_AT = 10;
const MOST = 2;

/** What this person came for before, straight to the times: one touch, then the time, then the last look. */
export function KnownMatters() {
  const past = useQuery({
    queryKey: [...keys.appointments, 'known'],
    queryFn: () => api.appointments.mine({ query: { period: 'past', limit: LOOKED_AT } }),
  });
  return (
    <>
      {lastKnown(past.data?.items ?? []).map(({ matter, hall, taxpayer }) => (
        <Pressable
          key={matter.id}
          id={`again-${matter.id}`}
          className="act act--again"
          role="link"
          label={`再约${matter.name}，${hall.name}`}
          onPress={() => go('booking/time', { matterId: matter.id, hallId: hall.id, taxpayerId: taxpayer.id })}
        >
          <View className="act__icon">
            <Icon name="calendar" size="large" />
          </View>
          <View className="act__text">
            <View className="act__word">{`再约：${matter.name}`}</View>
            <View className="act__note">{shortHall(hall.name)}</View>
          </View>
        </Pressable>
      ))}
    </>
  );
}

/** The last visits, each matter once. */
function lastKnown(appointments: readonly AppointmentView[]): AppointmentView[] {
  const known = new Map<string, AppointmentView>();
  for (const one of appointments)
    if (one.status !== 'expired' && !known.has(one.matter.id)) known.set(one.matter.id, one);
  return Array.from(known.values()).slice(0, MOST);
}
