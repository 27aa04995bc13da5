import {
  type BookingPolicyView,
  localDateOf,
  type UpdateBookingPolicyBody,
  updateBookingPolicyRules,
} from '@yiyun/shared';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { Done } from '../../../components/done';
import { ErrorResult } from '../../../components/error-result';
import { Facts } from '../../../components/facts';
import { Panel } from '../../../components/panel';
import { TimeText } from '../../../components/time-text';
import { NotFound } from '../../../layout/dead-ends';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { saidDate } from '../../../lib/time';
import styles from './policies.module.css';
import { Sentences } from './policies-page';
import { PolicyForm } from './policy-form';
import { PolicyPreview } from './policy-preview';
import { PolicyState } from './policy-state';
import { PublishPolicy } from './publish-policy';
import { policyBody, usePolicies, usePoliciesChanged } from './use-policies';

/** One version: a draft to edit, try on last month and publish; or what holds. */
export function PolicyPage() {
  const { bookingPolicyId } = useParams();
  const policies = usePolicies();
  if (policies.error && !policies.data) {
    return (
      <Page title="预约规则">
        <ErrorResult title="没能读取规则" error={asFailure(policies.error)} onRetry={() => void policies.refetch()} />
      </Page>
    );
  }
  if (!policies.data) return <Skeleton />;
  const of = policies.data.find(({ id }) => id === bookingPolicyId);
  return of ? <PolicyView key={of.id} of={of} /> : <NotFound />;
}

function PolicyView({ of }: { of: BookingPolicyView }) {
  const now = useNow();
  const onChanged = usePoliciesChanged();
  const [typed, setTyped] = useState<Partial<UpdateBookingPolicyBody>>({});
  const [isSaved, setSaved] = useState(false);
  const saved: Partial<Record<string, unknown>> = { ...policyBody(of) };
  const isDirty = Object.entries(typed).some(([name, value]) => (saved[name] ?? null) !== (value ?? null));
  const isDraft = of.status === 'draft';
  return (
    <Page
      title={of.title}
      lead={
        <span className={styles.lead}>
          <PolicyState of={of} today={localDateOf(now)} />
          <span>{saidDate(of.effectiveFromOn, now)}起</span>
          <Link to="/manager/booking-policies">所有规则</Link>
        </span>
      }
      actions={isDraft && <PublishPolicy of={of} isDirty={isDirty} onPublished={onChanged} />}
    >
      <div className={styles.columns}>
        <div>
          {isSaved && !isDirty && <Done title="草稿已保存">右边的句子和试算已按新的内容更新；发布前不生效。</Done>}
          <Panel title={isDraft ? '内容' : '这份规则'}>
            {isDraft ? (
              <PolicyForm<UpdateBookingPolicyBody>
                rules={updateBookingPolicyRules}
                initial={policyBody(of)}
                version={of.version}
                onValues={setTyped}
                onSubmit={(body, idempotencyKey) =>
                  api.policies.update({ params: { bookingPolicyId: of.id }, body }, { idempotencyKey })
                }
                onDone={async () => {
                  setTyped({});
                  setSaved(true);
                  await onChanged();
                }}
              />
            ) : (
              <Facts
                facts={[
                  { label: '依据', value: of.source },
                  { label: '生效', value: saidDate(of.effectiveFromOn, now) },
                  { label: '发布', value: <TimeText at={of.publishedAt} absent="未发布" /> },
                ]}
              />
            )}
          </Panel>
        </div>
        <div>
          <Panel title="用大白话说">
            <Sentences of={of.sentences} />
          </Panel>
          {isDraft && <PolicyPreview of={of} />}
        </div>
      </div>
    </Page>
  );
}
