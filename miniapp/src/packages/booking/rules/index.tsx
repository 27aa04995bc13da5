import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { Cell, Loaded, Page, Sentences } from '@/components';
import { call12366 } from '@/lib/call';
import { now } from '@/lib/clock';
import { go } from '@/lib/go';
import { dateOf, sayDay } from '@/lib/time';
import { useSession } from '@/state/session';
import './index.scss';

/** How one may book, in sentences; from where the rules come. */
export default function BookingRules() {
  const signedIn = useSession((session) => session.token !== undefined);
  const query = useQuery({ queryKey: keys.bookingRules, queryFn: () => api.policies.inForce() });
  return (
    <Page title="预约规则">
      <Loaded query={query} rows={5}>
        {({ title, source, effectiveFromOn, sentences }) => (
          <>
            <Sentences list={sentences} />
            <View className="rules__source">
              {`${title}，${sayDay(effectiveFromOn, dateOf(now()))}起执行。依据：${source}`}
            </View>
          </>
        )}
      </Loaded>
      {signedIn && (
        <Cell
          id="see-standing"
          icon="shield"
          title="我的预约资格"
          note="有没有爽约记录，能不能预约"
          onPress={() => go('booking/standing')}
        />
      )}
      <Cell icon="phone" title="对规则有疑问，打 12366" onPress={call12366} />
    </Page>
  );
}
