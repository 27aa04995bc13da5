import Taro from '@tarojs/taro';
import { Empty, NoticeBar, Page, Section } from '@/components';
import { useSession } from '@/state/session';
import { ActGrid } from './ActGrid';
import { Greeting } from './Greeting';

export default function Home() {
  const signedIn = useSession((session) => session.token !== undefined);
  return (
    <Page tab title="办税服务首页" header={<Greeting />}>
      {!signedIn && (
        <NoticeBar
          text="登录后，这里会显示与您有关的预约、答复和期限。"
          onPress={() => Taro.switchTab({ url: '/pages/me/index' })}
        />
      )}
      <ActGrid />
      <Section title="通知公告">
        <Empty icon="notice" title="还没有通知公告" />
      </Section>
    </Page>
  );
}
