import type { ManagedNoticeView, VersionBody } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '../../../api/client';
import { ConfirmAct } from '../../../components/confirm-act';
import { KeyButton } from '../../../components/key-button';
import { AudienceSentence } from './audience-size';

interface NoticeActsProps {
  of: ManagedNoticeView;
  /** Something is typed and not saved: what would be published is not what one sees. */
  isDirty: boolean;
  onChanged: (notice: ManagedNoticeView) => unknown;
}

/** Publishing and ending, each with what it means for whom. */
export function NoticeActs({ of, isDirty, onChanged }: NoticeActsProps) {
  const { id: noticeId, title, audience, version, counts, availableActions } = of;
  const params = { noticeId };
  const body = { version };
  const [open, setOpen] = useState<'publish' | 'complete'>();
  const close = () => setOpen(undefined);
  return (
    <>
      {availableActions.includes('publish') && (
        <KeyButton
          type="primary"
          label="发布"
          combo="alt+a"
          disabled={isDirty}
          title={isDirty ? '请先保存草稿' : undefined}
          onClick={() => setOpen('publish')}
        />
      )}
      {availableActions.includes('complete') && (
        <KeyButton label="结束展示" combo="alt+j" onClick={() => setOpen('complete')} />
      )}
      <ConfirmAct<VersionBody>
        open={open === 'publish'}
        title={`发布“${title}”？`}
        effect={
          <>
            <p>
              <AudienceSentence audience={audience} />
            </p>
            <p>接收人在发布那一刻确定。发布后不能再修改，只能结束展示。</p>
          </>
        }
        body={body}
        actLabel="发布"
        onConfirm={async (sent, idempotencyKey) =>
          onChanged(await api.notices.publish({ params, body: sent }, { idempotencyKey }))
        }
        onClose={close}
      />
      <ConfirmAct<VersionBody>
        open={open === 'complete'}
        title={`结束展示“${title}”？`}
        effect={<p>公告从所有人的公告列表中移走，已收到的 {counts.delivered} 人也不再看到。结束后不能恢复。</p>}
        body={body}
        actLabel="结束展示"
        isFinal
        onConfirm={async (sent, idempotencyKey) =>
          onChanged(await api.notices.complete({ params, body: sent }, { idempotencyKey }))
        }
        onClose={close}
      />
    </>
  );
}
