import { addDays, type BookingPolicyBody, bookingPolicyBodyRules, localDateOf } from '@yiyun/shared';
import { Skeleton } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { Page } from '../../../layout/page';
import { now } from '../../../lib/clock';
import { PolicyForm } from './policy-form';
import { policyBody, usePolicies, usePoliciesChanged, usePresets } from './use-policies';

/** Drafts rules: from those in force, or from those of another city. */
export function NewPolicyPage() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const presetId = params.get('preset');
  const policies = usePolicies();
  const presets = usePresets();
  const onChanged = usePoliciesChanged();
  const tomorrow = addDays(localDateOf(now()), 1);
  const preset = presets.data?.find(({ id }) => id === presetId);
  const current = policies.data?.find(({ inForce }) => inForce);
  const base = presetId ? preset : current;
  const failure = policies.error ?? presets.error;
  const initial: Partial<BookingPolicyBody> = base
    ? {
        ...policyBody({ ...base, effectiveFromOn: tomorrow }),
        ...(preset ? {} : { title: '', source: '' }),
      }
    : { effectiveFromOn: tomorrow, aheadUnit: 'workingDays' };
  return (
    <Page
      title="起草预约规则"
      lead={
        preset
          ? `从“${preset.title}”开始改`
          : current
            ? `从现行的“${current.title}”开始改`
            : '保存后是草稿，发布前不生效'
      }
    >
      {failure && (
        <ErrorResult title="没能读取规则" error={asFailure(failure)} onRetry={() => void policies.refetch()} />
      )}
      {policies.isPending || presets.isPending ? (
        <Skeleton />
      ) : (
        <Panel title="内容">
          <PolicyForm<BookingPolicyBody>
            rules={bookingPolicyBodyRules}
            initial={initial}
            onSubmit={(body, idempotencyKey) => api.policies.create({ body }, { idempotencyKey })}
            onDone={async ({ id }) => {
              await onChanged();
              await navigate(`/manager/booking-policies/${id}`, { replace: true });
            }}
            buttons={<KeyButton label="返回列表" onClick={() => void navigate('/manager/booking-policies')} />}
          />
        </Panel>
      )}
    </Page>
  );
}
