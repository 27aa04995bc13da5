import { api } from '@/api/client';
import { Page } from '@/components';
import { goBackOrHome } from '@/lib/go';
import { useMeUpdate } from '@/session/use-me';
import { toast } from '@/state/toast';
import { PhoneCodeForm } from '../PhoneCodeForm';

export default function VerifyPhone() {
  const showMe = useMeUpdate();
  return (
    <Page title="您的手机号是多少？" lead="办税服务厅用它通知您预约和办件的变化。别人看不到完整号码。">
      <PhoneCodeForm
        act="验证手机号"
        busyText="正在验证…"
        send={(body) => api.identity.verifyPhone({ body })}
        onDone={(me) => {
          showMe(me);
          toast('手机号已验证');
          goBackOrHome();
        }}
      />
    </Page>
  );
}
