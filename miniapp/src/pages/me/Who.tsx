import { View } from '@tarojs/components';
import { bindingRoleNames, type MeView } from '@yiyun/shared';
import { Button, Card, Loaded, NoticeBar } from '@/components';
import type { Query } from '@/components/feedback/Loaded';
import { go } from '@/lib/go';
import { missingStep, pageOfStep } from '@/session/use-me';
import { useSession } from '@/state/session';
import './Who.scss';

const ASKED = {
  consent: '请阅读隐私条款，同意后就可以预约和提问。',
  phone: '请验证手机号，办税服务厅有事好联系您。',
};

/** The signed-in person and for whom they act, or the way to sign in. */
export function Who({ me }: { me: Query<MeView> }) {
  const signedIn = useSession((session) => session.token !== undefined);
  if (!signedIn) {
    return (
      <Card tone="quiet">
        <View className="who__name">还没有登录</View>
        <View className="who__line">登录后可以预约、提问、查看您的每一步记录。</View>
        <View className="who__act">
          <Button id="sign-in" onPress={() => go('account/sign-in')}>
            登录
          </Button>
        </View>
      </Card>
    );
  }
  return (
    <Loaded query={me} rows={1}>
      {(known) => <Known me={known} />}
    </Loaded>
  );
}

function Known({ me }: { me: MeView }) {
  const { citizen, bindings } = me;
  const step = missingStep(me);
  return (
    <>
      <Card tone="quiet" id="who" onPress={() => go('account/profile')}>
        <View className="who__name">{citizen.name || '还没有填写姓名'}</View>
        <View className="who__line">{citizen.maskedPhone ?? '还没有验证手机号'}</View>
        {bindings
          .filter(({ kind }) => kind === 'enterprise')
          .map(({ id, name, role }) => (
            <View key={id} className="who__line">{`${name} · ${bindingRoleNames[role]}`}</View>
          ))}
      </Card>
      {(step === 'consent' || step === 'phone') && (
        <NoticeBar id="next-step" tone="attention" text={ASKED[step]} onPress={() => go(pageOfStep(step))} />
      )}
    </>
  );
}
