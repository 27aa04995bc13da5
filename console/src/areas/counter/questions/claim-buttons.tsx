import type { StaffHelpDetailView, VersionBody } from '@yiyun/shared';
import { api } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { FailureModal } from '../../../components/failure-modal';
import { KeyButton } from '../../../components/key-button';
import { useMe } from '../../../session/me';
import { useQuestionChanged } from './use-question';

/** Takes the question to oneself, or puts it back for others. */
export function ClaimButtons({ of }: { of: StaffHelpDetailView }) {
  const { id: helpRequestId, version, availableActions, assignee } = of;
  const params = { helpRequestId };
  const me = useMe();
  const onDone = useQuestionChanged();
  const claim = useSubmit((body: VersionBody, idempotencyKey) => api.help.claim({ params, body }, { idempotencyKey }), {
    onDone,
  });
  const release = useSubmit(
    (body: VersionBody, idempotencyKey) => api.help.release({ params, body }, { idempotencyKey }),
    { onDone },
  );
  return (
    <>
      {availableActions.includes('claim') && (
        <KeyButton
          type="primary"
          label="由我解答"
          combo="alt+a"
          loading={claim.isPending}
          onClick={() => claim.mutate({ version })}
        />
      )}
      {availableActions.includes('release') && assignee?.id === me.id && (
        <KeyButton label="放回待解答" loading={release.isPending} onClick={() => release.mutate({ version })} />
      )}
      <FailureModal title="没能由您解答" failure={claim.error} onClose={claim.reset} />
      <FailureModal title="没能放回" failure={release.error} onClose={release.reset} />
    </>
  );
}
