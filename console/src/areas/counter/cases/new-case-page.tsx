import { useQuery } from '@tanstack/react-query';
import { type OpenCaseBody, openCaseRules, type StaffCaseDetailView } from '@yiyun/shared';
import { Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { Page } from '../../../layout/page';
import { useHall } from '../../../session/hall';

const { matterId, applicantName, applicantPhone } = openCaseRules;
/** For a walk-in nothing is known from an appointment: matter and applicant must be given. */
const rules = {
  ...openCaseRules,
  matterId: { ...matterId, optional: false },
  applicantName: { ...applicantName, optional: false },
  applicantPhone: { ...applicantPhone, optional: false },
} as const;

/** Registers a case of somebody who came without an appointment. */
export function NewCasePage() {
  const hall = useHall();
  const navigate = useNavigate();
  const matters = useQuery({
    queryKey: keys.matters,
    queryFn: () => api.matters.list({ query: { limit: 100 } }),
    staleTime: 600_000,
  });
  const options = matters.data?.items
    .filter(({ counterAvailable }) => counterAvailable)
    .map(({ id, name, category }) => ({ value: id, label: `${name}（${category}）` }));
  return (
    <Page title="登记办件" lead={`${hall.name} · 未预约直接到厅的纳税人；有预约的请从预约开始办理`}>
      {matters.error && (
        <ErrorResult title="没能读取事项" error={asFailure(matters.error)} onRetry={() => void matters.refetch()} />
      )}
      <div className="narrow">
        <RuleForm<OpenCaseBody, StaffCaseDetailView>
          rules={rules}
          fixed={{ hallId: hall.id }}
          onSubmit={(body, idempotencyKey) => api.cases.open({ body }, { idempotencyKey })}
          onDone={({ id }) => navigate(`/counter/cases/${id}`)}
          submitLabel="登记办件"
          buttons={<KeyButton label="返回列表" onClick={() => void navigate('/counter/cases')} />}
        >
          <RuleField name="matterId">
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              loading={matters.isPending}
              options={options}
              placeholder="输入几个字查找事项"
              autoFocus
            />
          </RuleField>
          <RuleField name="applicantName">
            <Input autoComplete="off" />
          </RuleField>
          <RuleField name="applicantPhone" hint="纳税人凭回执号和这个号码的后四位查进度">
            <Input inputMode="tel" autoComplete="off" />
          </RuleField>
          <RuleField name="taxpayerName" hint="为企业办理时填写；个人办理自己的事不用填">
            <Input autoComplete="off" />
          </RuleField>
          <RuleField name="uscc" hint="18 位，空格和大小写不影响">
            <Input autoComplete="off" spellCheck={false} />
          </RuleField>
        </RuleForm>
      </div>
    </Page>
  );
}
