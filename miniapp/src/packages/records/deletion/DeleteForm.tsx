import { type DeleteMeBody, deleteMeRules } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { isRefusal } from '@/api/problems';
import { useAct } from '@/api/use-act';
import { useForm } from '@/api/use-form';
import { Button, Cell, ErrorSummary, Field, NoticeBar, Section } from '@/components';
import { go, goTab } from '@/lib/go';
import { useSession } from '@/state/session';

const CONSEQUENCES = [
  { title: '马上删除', note: '姓名、手机号、企业绑定、您写的内容和录音，删除后不能恢复。' },
  { title: '会留下', note: '办理过程的记录按规定保存，但其中不再有能认出您的内容。' },
  { title: '先要办完', note: '还有没到的预约或没办结的业务时，要先取消、撤回或等办结。' },
];

/** Says what deletion means and asks for two typed words: it can't be undone. */
export function DeleteForm({ onDeleted }: { onDeleted: () => void }) {
  const [confirmation, setConfirmation] = useState('');
  const forget = useSession((session) => session.signOut);
  const form = useForm<DeleteMeBody>(deleteMeRules);
  const remove = useAct((body: DeleteMeBody) => api.identity.deleteMe({ body }), {
    onDone: () => {
      onDeleted();
      forget();
    },
    onProblem: (error) => form.refuse(error),
  });
  const submit = () => {
    const body = form.fit({ confirmation });
    if (body) remove.run(body);
  };
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Section title="注销会怎样">
        {CONSEQUENCES.map(({ title, note }) => (
          <Cell key={title} title={title} note={note} />
        ))}
        <Cell id="export-first" icon="document" title="先导出一份我的数据" onPress={() => go('records/export')} />
      </Section>
      <Section title="确定要注销吗？">
        {remove.problem && form.errors.length === 0 && <NoticeBar tone="error" text={remove.problem} />}
        {isRefusal(remove.error, 'identity.open_business') && (
          <NoticeBar text="去看看还有哪些没办完" onPress={() => goTab('progress')} />
        )}
        <Field
          id="confirmation"
          label="请输入“注销账户”四个字"
          value={confirmation}
          maxLength={10}
          onChange={setConfirmation}
          error={form.errorOf('confirmation')}
        />
        <Button kind="danger" id="delete-account-confirm" busy={remove.busy} busyText="正在注销…" onPress={submit}>
          注销我的账户
        </Button>
      </Section>
    </>
  );
}
