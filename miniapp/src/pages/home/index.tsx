import { View } from '@tarojs/components';
import { keys } from '@/api/keys';
import { useFreshOnShow, usePullToRefresh } from '@/api/use-refresh';
import { Card, Cell, Icon, NoticeBar, Page } from '@/components';
import { call12366 } from '@/lib/call';
import { go } from '@/lib/go';
import { missingStep, pageOfStep, useMe } from '@/session/use-me';
import { useSession } from '@/state/session';
import { useSettings } from '@/state/settings';
import { ActGrid } from './ActGrid';
import { Greeting } from './Greeting';
import { KnownMatters } from './KnownMatters';
import { LatestNotices } from './LatestNotices';
import { Today } from './Today';
import './index.scss';

const SHOWN = [keys.tickets, keys.offers, keys.appointments, keys.cases, keys.help, keys.messages, keys.notices];

const INVITATIONS = {
  signIn: '登录后，这里会显示您的预约、办件和答复。',
  consent: '请阅读隐私条款，同意后就可以预约和提问。',
  phone: '请验证手机号，办税服务厅有事好联系您。',
};

/** What concerns this person today, then what people come for, then what the office has to say. */
export default function Home() {
  const signedIn = useSession((session) => session.token !== undefined);
  const elder = useSettings((settings) => settings.elder);
  const me = useMe();
  useFreshOnShow(...SHOWN);
  usePullToRefresh(...SHOWN);

  const step = signedIn ? me.data && missingStep(me.data) : 'signIn';
  return (
    <Page tab title="办税服务首页" header={<Greeting name={me.data?.citizen.name || undefined} />}>
      {step && <NoticeBar id="next-step" text={INVITATIONS[step]} onPress={() => go(pageOfStep(step))} />}
      {signedIn && <Today />}
      <ActGrid known={elder && signedIn ? <KnownMatters /> : undefined} />
      <Cell
        id="hall-loads"
        icon="place"
        title="各厅现在人多不多"
        note={elder ? undefined : '等候人数、开着的窗口、大约等多久'}
        onPress={() => go('queue/halls')}
      />
      {!elder && (
        <Card id="search-answers" onPress={() => go('help/knowledge')}>
          <View className="home-search">
            <Icon name="search" className="home-search__icon" />
            <View>搜索常见问题</View>
          </View>
        </Card>
      )}
      {elder && <Cell id="call-12366" icon="phone" title="打电话问：12366" onPress={call12366} />}
      <LatestNotices count={elder ? 1 : 3} />
    </Page>
  );
}
