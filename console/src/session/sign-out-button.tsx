import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { asFailure, isSignedOut } from '../api/errors';
import { useSubmit } from '../api/use-submit';
import { ErrorResult } from '../components/error-result';
import { KeyButton } from '../components/key-button';
import { sessionEnded } from './ended';

/** A session that has already ended is as good as ended. */
const endSession = () =>
  api.identity.staffSignOut().catch((thrown: unknown) => {
    if (!isSignedOut(asFailure(thrown))) throw thrown;
  });

/** Ends the session on the server. Until that is certain one stays here and reads that one is still signed in. */
export function SignOutButton() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    await navigate('/');
    client.clear();
    sessionEnded.set(false);
  };
  const act = useSubmit(endSession, { onDone: leave });
  return (
    <>
      <KeyButton size="small" label="退出" loading={act.isPending} onClick={() => act.mutate()} />
      <Modal title="还没有退出" open={act.error !== null} onCancel={act.reset} footer={null} destroyOnHidden>
        <p>您仍处于登录状态。请再试一次；离开座位前请确认已经退出，或锁定这台电脑。</p>
        {act.error && (
          <ErrorResult title="没能退出" error={act.error} onRetry={() => act.mutate()} isRetrying={act.isPending} />
        )}
      </Modal>
    </>
  );
}
