import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../../api/keys';
import { Done } from '../../components/done';
import { Page } from '../../layout/page';
import { ChangePasswordForm } from '../../session/change-password-form';

/** One's own password. */
export function PasswordPage() {
  const client = useQueryClient();
  const [isDone, setDone] = useState(false);
  return (
    <Page title="修改密码" lead="修改后，您在其他电脑上的登录会全部退出。">
      {isDone ? (
        <Done title="密码已修改">下次登录请用新密码。</Done>
      ) : (
        <div className="narrow">
          <ChangePasswordForm
            onChanged={(me) => {
              client.setQueryData(keys.session, me);
              setDone(true);
            }}
          />
        </div>
      )}
    </Page>
  );
}
