import { useQueryClient } from '@tanstack/react-query';
import { type BindEnterpriseBody, bindEnterpriseRules, bindingRoleNames, bindingRoles } from '@yiyun/shared';
import { api } from '@/api/client';
import { useDraft } from '@/api/drafts';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';
import { useForm } from '@/api/use-form';
import { Button, ChoiceList, Empty, ErrorSummary, Field, NoticeBar, Page } from '@/components';
import { go, goBackOrHome } from '@/lib/go';
import { SignedIn } from '@/session/SignedIn';
import { toast } from '@/state/toast';

const empty: { uscc: string; name: string; role: BindEnterpriseBody['role'] | undefined } = {
  uscc: '',
  name: '',
  role: undefined,
};

export default function BindEnterprise() {
  return (
    <Page title="您替哪家企业办事？" lead="我们会向登记机关核对您与企业的关系，核对成功就绑定。">
      <SignedIn why="登录并验证手机号后可以绑定企业。">
        {(me) =>
          me.citizen.name === '' ? (
            <Empty icon="user" title="请先填写您的姓名" note="登记机关按姓名核对您与企业的关系。填好后回到这里继续。">
              <Button id="fill-name" onPress={() => go('account/profile')}>
                去填写姓名
              </Button>
            </Empty>
          ) : (
            <BindForm />
          )
        }
      </SignedIn>
    </Page>
  );
}

function BindForm() {
  const client = useQueryClient();
  const draft = useDraft('bind-enterprise', empty);
  const form = useForm<BindEnterpriseBody>(bindEnterpriseRules);
  const bind = useAct((body: BindEnterpriseBody, key) => api.identity.bindEnterprise({ body }, key), {
    onDone: async (binding) => {
      draft.clear();
      await client.invalidateQueries({ queryKey: keys.me });
      toast(`已绑定${binding.name}`);
      goBackOrHome();
    },
    onProblem: (error) => form.refuse(error),
  });
  const { uscc, name, role } = draft.value;
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {bind.problem && <NoticeBar tone="error" text={bind.problem} />}
      <Field
        id="uscc"
        label="统一社会信用代码"
        hint="营业执照上的18位代码，空格和大小写不影响"
        value={uscc}
        maxLength={24}
        onChange={(value) => draft.update({ uscc: value })}
        error={form.errorOf('uscc')}
      />
      <Field
        id="name"
        label="企业名称"
        hint="与营业执照一致的全称"
        autocomplete="organization"
        value={name}
        maxLength={100}
        onChange={(value) => draft.update({ name: value })}
        error={form.errorOf('name')}
      />
      <ChoiceList
        id="role"
        label="您在企业的身份"
        value={role}
        choices={bindingRoles.map((value) => ({ value, label: bindingRoleNames[value] }))}
        onChange={(value) => draft.update({ role: value })}
        error={form.errorOf('role')}
      />
      <Button
        id="submit-binding"
        busy={bind.busy}
        busyText="正在核对…"
        onPress={() => {
          const body = form.fit({ uscc, name, ...(role && { role }) });
          if (body) bind.run(body);
        }}
      >
        核对并绑定
      </Button>
    </>
  );
}
