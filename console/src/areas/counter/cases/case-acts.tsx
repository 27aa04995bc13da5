import type { CaseAction, StaffCaseDetailView, VersionBody } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { ConfirmAct } from '../../../components/confirm-act';
import { FailureModal } from '../../../components/failure-modal';
import { KeyButton } from '../../../components/key-button';
import { ReasonModal } from '../../../components/reason-modal';
import { worded } from './case-words';
import { useCaseChanged } from './use-case';

type Worded = keyof typeof worded;
const wordedActions = Object.keys(worded) as Worded[];

/** What can be done with the case now, besides accepting it (which stands with the documents). */
export function CaseActs({ of }: { of: StaffCaseDetailView }) {
  const { id: caseId, version, availableActions, taxpayerName, matter } = of;
  const params = { caseId };
  const [open, setOpen] = useState<CaseAction>();
  const changed = useCaseChanged();
  const review = useSubmit(
    (body: VersionBody, idempotencyKey) => api.cases.review({ params, body }, { idempotencyKey }),
    { onDone: changed },
  );
  const may = (action: CaseAction) => availableActions.includes(action);
  return (
    <>
      {may('review') && (
        <KeyButton
          label="开始审核"
          combo="alt+s"
          loading={review.isPending}
          onClick={() => review.mutate({ version })}
        />
      )}
      {wordedActions.filter(may).map((action) => (
        <KeyButton
          key={action}
          type={action === 'decide' ? 'primary' : 'default'}
          label={worded[action].label}
          combo={worded[action].combo}
          onClick={() => setOpen(action)}
        />
      ))}
      {may('complete') && <KeyButton type="primary" label="办结" combo="alt+b" onClick={() => setOpen('complete')} />}
      {wordedActions.map((action) => {
        const { label, title, effect, question, presets, rule, isFinal, run } = worded[action];
        return (
          <ReasonModal
            key={action}
            open={open === action}
            title={title(taxpayerName)}
            effect={<p>{effect}</p>}
            question={question}
            presets={presets}
            rule={rule}
            version={version}
            actLabel={label}
            isFinal={isFinal}
            onSubmit={async (written, idempotencyKey) => changed(await run(caseId, written, idempotencyKey))}
            onClose={() => setOpen(undefined)}
          />
        );
      })}
      <ConfirmAct<VersionBody>
        open={open === 'complete'}
        title={`办结${taxpayerName}的办件？`}
        effect={
          <p>
            “{matter.name}”就此办结，{taxpayerName}会收到办结消息和办理结果。办结后不能再改动。
          </p>
        }
        body={{ version }}
        actLabel="办结"
        onConfirm={async (body, idempotencyKey) =>
          changed(await api.cases.complete({ params, body }, { idempotencyKey }))
        }
        onClose={() => setOpen(undefined)}
      />
      <FailureModal title="没能开始审核" failure={review.error} onClose={review.reset} />
    </>
  );
}
