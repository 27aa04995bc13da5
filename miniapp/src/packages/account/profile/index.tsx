import { type BindingView, bindingRoleNames, type MeView, type UpdateMeBody, updateMeRules } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { useAct } from '@/api/use-act';
import { useForm } from '@/api/use-form';
import { Button, Cell, ErrorSummary, Field, NoticeBar, Page, Section } from '@/components';
import { go } from '@/lib/go';
import { SignedIn } from '@/session/SignedIn';
import { useMeUpdate } from '@/session/use-me';
import { toast } from '@/state/toast';
import { EndBinding } from '../EndBinding';

export default function Profile() {
  return (
    <Page title="账户与企业">
      <SignedIn why="登录后可以填写姓名、绑定企业。" upTo="consent">
        {(me) => (
          <>
            <NameForm me={me} />
            <Section title="手机号">
              <Cell
                icon="phone"
                title={me.citizen.maskedPhone ?? '还没有验证手机号'}
                note="用来通知预约和办件的变化"
                value={me.citizen.maskedPhone ? '更换' : '去验证'}
                onPress={() => go('account/phone')}
              />
            </Section>
            <Enterprises bindings={me.bindings.filter(({ kind }) => kind === 'enterprise')} />
            <Section title="亲友代办">
              <Cell
                id="my-proxies"
                icon="user"
                title={sayProxies(me)}
                note="替父母、家人、朋友预约和办事"
                onPress={() => go('account/proxy')}
              />
            </Section>
          </>
        )}
      </SignedIn>
    </Page>
  );
}

function sayProxies({ bindings }: MeView): string {
  const names = bindings.filter(({ role }) => role === 'proxy').map(({ name }) => name);
  return names.length === 0 ? '添加亲友' : names.join('、');
}

function NameForm({ me }: { me: MeView }) {
  const [name, setName] = useState(me.citizen.name);
  const showMe = useMeUpdate();
  const form = useForm<UpdateMeBody>(updateMeRules);
  const save = useAct((body: UpdateMeBody, key) => api.identity.updateMe({ body }, key), {
    onDone: (next) => {
      showMe(next);
      toast('姓名已保存');
    },
    onProblem: (error) => form.refuse(error),
  });
  return (
    <Section title="姓名">
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {save.problem && <NoticeBar tone="error" text={save.problem} />}
      <Field
        id="name"
        label="您的姓名"
        hint="窗口叫您时会用到，请与身份证一致"
        autocomplete="name"
        value={name}
        maxLength={30}
        onChange={setName}
        error={form.errorOf('name')}
      />
      <Button
        kind="secondary"
        id="save-name"
        busy={save.busy}
        onPress={() => {
          const body = form.fit({ name });
          if (body) save.run(body);
        }}
      >
        保存姓名
      </Button>
    </Section>
  );
}

function Enterprises({ bindings }: { bindings: BindingView[] }) {
  const [leaving, setLeaving] = useState<BindingView>();
  return (
    <Section title="我办事的企业">
      {bindings.length === 0 && <NoticeBar text="还没有绑定企业。绑定后可以替企业预约和办理。" />}
      {bindings.map((binding) => (
        <Cell
          key={binding.id}
          icon="company"
          title={binding.name}
          note={`${bindingRoleNames[binding.role]} · ${binding.uscc ?? ''}`}
          value="解除绑定"
          onPress={() => setLeaving(binding)}
        />
      ))}
      <Button kind="secondary" icon="plus" id="bind-enterprise" onPress={() => go('account/bind')}>
        绑定企业
      </Button>
      {leaving && (
        <EndBinding
          ending={{
            bindingId: leaving.id,
            title: `解除与${leaving.name}的绑定？`,
            act: '解除绑定',
            means: '解除后您不能再替它预约；已提交的预约和办件不受影响。以后可以重新绑定。',
          }}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </Section>
  );
}
