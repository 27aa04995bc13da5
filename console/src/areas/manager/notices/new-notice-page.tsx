import { useQueryClient } from '@tanstack/react-query';
import { type NoticeBody, noticeRules } from '@yiyun/shared';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { Page } from '../../../layout/page';
import { useStoredDraft } from '../../../lib/draft';
import { NoticeForm } from './notice-form';
import styles from './notice-page.module.css';
import { PhonePreview } from './phone-preview';

const blank: Partial<NoticeBody> = { audience: 'everyone' };

/** Writes a new notice; what is typed survives a reload until it is saved. */
export function NewNoticePage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useStoredDraft('notice', blank);
  const [initial] = useState(draft);
  return (
    <Page title="起草公告" lead="保存后是草稿，发布前纳税人看不到">
      <div className={styles.columns}>
        <Panel title="内容">
          <NoticeForm<NoticeBody>
            rules={noticeRules}
            initial={initial}
            onValues={setDraft}
            onSubmit={(body, idempotencyKey) => api.notices.create({ body }, { idempotencyKey })}
            onDone={async ({ id }) => {
              setDraft(undefined);
              await client.invalidateQueries({ queryKey: ['notice'] });
              await navigate(`/manager/notices/${id}`, { replace: true });
            }}
            buttons={<KeyButton label="返回列表" onClick={() => void navigate('/manager/notices')} />}
          />
        </Panel>
        <PhonePreview {...draft} />
      </div>
    </Page>
  );
}
