import type { BookingPolicyView, VersionBody } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '../../../api/client';
import { ConfirmAct } from '../../../components/confirm-act';
import { KeyButton } from '../../../components/key-button';
import { useNow } from '../../../lib/clock';
import { saidDate } from '../../../lib/time';

interface PublishPolicyProps {
  of: BookingPolicyView;
  /** Something is typed and not saved: what would be published is not what one sees. */
  isDirty: boolean;
  onPublished: () => Promise<void>;
}

/** Publishing a draft, with what it means for whom. */
export function PublishPolicy({ of, isDirty, onPublished }: PublishPolicyProps) {
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <KeyButton
        type="primary"
        label="发布"
        combo="alt+a"
        disabled={isDirty}
        title={isDirty ? '请先保存草稿' : undefined}
        onClick={() => setOpen(true)}
      />
      <ConfirmAct<VersionBody>
        open={isOpen}
        title={`发布“${of.title}”？`}
        effect={
          <>
            <p>
              从{saidDate(of.effectiveFromOn, now)}起，所有办税服务厅的新预约都按这份规则；之前约好的仍按原来的规则。
            </p>
            <p>纳税人在预约页能看到规则。发布后不能修改，要改就再发布一个新版本。</p>
          </>
        }
        body={{ version: of.version }}
        actLabel="发布"
        onConfirm={async (body, idempotencyKey) => {
          await api.policies.publish({ params: { bookingPolicyId: of.id }, body }, { idempotencyKey });
          await onPublished();
        }}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
