import { useState } from 'react';
import { api } from '@/api/client';
import { useAct } from '@/api/use-act';
import { Button, Dialog } from '@/components';
import { useSession } from '@/state/session';
import { toast } from '@/state/toast';

/** Ends the session on the server and on this phone; without a network at least here. */
export function SignOut() {
  const [asking, setAsking] = useState(false);
  const forget = useSession((session) => session.signOut);
  const signOut = useAct((_: undefined) => api.identity.signOut(), {
    onDone: () => {
      forget();
      toast('已退出登录');
    },
  });
  const cancel = () => {
    signOut.clear();
    setAsking(false);
  };
  return (
    <>
      <Button kind="danger" id="sign-out" onPress={() => setAsking(true)}>
        退出登录
      </Button>
      {asking && (
        <Dialog
          danger
          title="退出登录？"
          confirmText={signOut.problem ? '只在这台手机上退出' : '退出登录'}
          cancelText="不退出"
          busy={signOut.busy}
          onConfirm={signOut.problem ? forget : () => signOut.run(undefined)}
          onCancel={cancel}
        >
          {signOut.problem
            ? '没有联系上服务器。可以先在这台手机上退出，别人在这里就用不了您的账户。'
            : '没有提交的草稿会从这台手机上删除。您的预约、办件和提问不受影响。'}
        </Dialog>
      )}
    </>
  );
}
