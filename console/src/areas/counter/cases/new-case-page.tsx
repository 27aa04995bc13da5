import { useQuery } from '@tanstack/react-query';
import { type OpenCaseBody, openCaseRules, type StaffCaseDetailView, type StaffTicketDetailView } from '@yiyun/shared';
import { Input, Skeleton } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { Page } from '../../../layout/page';
import { useHall } from '../../../session/hall';
import { MatterSelect } from '../matters/matter-select';
import { useMatters } from '../matters/use-matters';

const { matterId, applicantName, applicantPhone } = openCaseRules;
/** For a walk-in nothing is known from an appointment: matter and applicant must be given. */
const rules = {
  ...openCaseRules,
  matterId: { ...matterId, optional: false },
  applicantName: { ...applicantName, optional: false },
  applicantPhone: { ...applicantPhone, optional: false },
} as const;

/** Registers a case of somebody who came without an appointment, for the ticket in hand where there is one. */
export function NewCasePage() {
  const [params] = useSearchParams();
  const ticketId = params.get('ticket');
  const ticket = useQuery({
    queryKey: keys.ticket(ticketId ?? ''),
    queryFn: () => api.queue.get({ params: { ticketId: ticketId ?? '' } }),
    enabled: ticketId !== null,
  });
  const hall = useHall();
  const matters = useMatters();
  if (ticketId !== null && ticket.isPending) return <Skeleton />;
  return (
    <Page
      title="登记办件"
      lead={
        ticket.data
          ? `${hall.name} · ${ticket.data.number} 号`
          : `${hall.name} · 未预约直接到厅的纳税人；有预约的请从预约开始办理`
      }
    >
      {ticket.error && <ErrorResult title="没能读取号票" error={asFailure(ticket.error)} />}
      {matters.error && (
        <ErrorResult title="没能读取事项" error={asFailure(matters.error)} onRetry={() => void matters.refetch()} />
      )}
      <div className="narrow">
        <NewCaseForm hallId={hall.id} ticket={ticket.data} />
      </div>
    </Page>
  );
}

function NewCaseForm({ hallId, ticket }: { hallId: string; ticket?: StaffTicketDetailView }) {
  const navigate = useNavigate();
  return (
    <RuleForm<OpenCaseBody, StaffCaseDetailView>
      rules={rules}
      initial={{ matterId: ticket?.matters[ticket.caseIds.length]?.id ?? ticket?.matters[0]?.id }}
      fixed={{ hallId, ...(ticket && { ticketId: ticket.id }) }}
      onSubmit={(body, idempotencyKey) => api.cases.open({ body }, { idempotencyKey })}
      onDone={({ id }) => navigate(`/counter/cases/${id}`)}
      submitLabel="登记办件"
      buttons={
        <KeyButton
          label={ticket ? '返回看板' : '返回列表'}
          onClick={() => void navigate(ticket ? '/counter/board' : '/counter/cases')}
        />
      }
    >
      <RuleField name="matterId">
        <MatterSelect autoFocus={!ticket} />
      </RuleField>
      <RuleField name="applicantName">
        <Input autoComplete="off" autoFocus={ticket !== undefined} />
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
  );
}
