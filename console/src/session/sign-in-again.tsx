import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { live } from '../api/use-live';
import { useStore } from '../lib/store';
import { ShortcutLayer } from '../shortcuts/use-shortcut';
import { sessionEnded } from './ended';
import { useMe } from './me';
import { SignInForm } from './sign-in-form';

/** Shown above the open page when the session has ended; afterwards the page reads its lists again. */
export function SignInAgain() {
  const me = useMe();
  const client = useQueryClient();
  const onSignedIn = () => {
    sessionEnded.set(false);
    live.stop();
    live.start();
    void client.invalidateQueries();
  };
  return (
    <Modal
      open={useStore(sessionEnded)}
      title="请重新登录"
      closable={false}
      footer={null}
      width="26rem"
      destroyOnHidden
    >
      <ShortcutLayer>
        <p>登录已过期。页面上已填写的内容都还在，{me.name}登录后可以继续。</p>
        <SignInForm account={me.account} onSignedIn={onSignedIn} />
      </ShortcutLayer>
    </Modal>
  );
}
