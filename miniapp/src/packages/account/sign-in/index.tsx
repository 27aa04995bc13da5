import { View } from '@tarojs/components';
import type { SessionView } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { useAct } from '@/api/use-act';
import { Button, NoticeBar, Page } from '@/components';
import { go, goBackOrHome, goInstead } from '@/lib/go';
import { SIGNS_IN_WITH_WECHAT, wechatCode } from '@/platform/sign-in';
import { missingStep, pageOfStep } from '@/session/use-me';
import { useSession } from '@/state/session';
import { PhoneCodeForm } from '../PhoneCodeForm';

export default function SignIn() {
  const [byPhone, setByPhone] = useState(!SIGNS_IN_WITH_WECHAT);
  const signIn = useSession((session) => session.signIn);

  const done = ({ token, me }: SessionView) => {
    signIn(token, me.citizen.id);
    const step = missingStep(me);
    if (step) goInstead(pageOfStep(step));
    else goBackOrHome();
  };
  const withWechat = useAct(async () => api.identity.signInWechat({ body: { code: await wechatCode() } }), {
    onDone: done,
  });

  return (
    <Page title="登录" lead="登录后可以预约、查办件进度、提问。我们只用您的手机号联系您办事。">
      {byPhone ? (
        <PhoneCodeForm
          act="登录"
          busyText="正在登录…"
          send={(body) => api.identity.signInPhone({ body })}
          onDone={done}
        />
      ) : (
        <>
          {withWechat.problem && <NoticeBar tone="error" text={withWechat.problem} />}
          <Button
            id="sign-in-wechat"
            busy={withWechat.busy}
            busyText="正在登录…"
            onPress={() => withWechat.run(undefined)}
          >
            微信登录
          </Button>
          <Button kind="secondary" id="sign-in-by-phone" onPress={() => setByPhone(true)}>
            用手机号登录
          </Button>
        </>
      )}
      <View>
        <Button kind="text" onPress={() => go('account/consent')}>
          查看隐私条款
        </Button>
      </View>
    </Page>
  );
}
