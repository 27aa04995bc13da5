import { type DrawTicketBody, drawTicketRules, type StaffTicketView } from '@yiyun/shared';
import { Form, Input } from 'antd';
import { api } from '../../../api/client';
import { Panel } from '../../../components/panel';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { Kbd } from '../../../shortcuts/kbd';
import { useShortcut } from '../../../shortcuts/use-shortcut';
import { MattersSelect } from '../matters/matter-select';
import { PrioritySelect } from './priority-select';

interface WalkInPanelProps {
  hallId: string;
  onDrawn: (ticket: StaffTicketView) => unknown;
}

/** A number for somebody without an appointment: what for, and which lane. */
export function WalkInPanel({ hallId, onDrawn }: WalkInPanelProps) {
  const [form] = Form.useForm();
  useShortcut('f4', '现场取号：选事项', () => (form.getFieldInstance('matterIds') as HTMLElement | undefined)?.focus());
  return (
    <Panel title="现场取号" actions={<Kbd combo="f4" />}>
      <RuleForm<DrawTicketBody, StaffTicketView>
        rules={drawTicketRules}
        form={form}
        fixed={{ source: 'walkIn' }}
        onSubmit={(body, idempotencyKey) => api.queue.draw({ params: { hallId }, body }, { idempotencyKey })}
        onDone={(ticket) => {
          form.resetFields();
          return onDrawn(ticket);
        }}
        submitLabel="取号"
      >
        <RuleField name="matterIds" hint="几件事一起办，只取一个号">
          <MattersSelect />
        </RuleField>
        <RuleField name="priorityReason">
          <PrioritySelect />
        </RuleField>
        <RuleField name="name" hint="填了，窗口叫号时能看到怎么称呼">
          <Input autoComplete="off" />
        </RuleField>
        <RuleField name="phone" hint="填了，快到时可以打电话">
          <Input inputMode="tel" autoComplete="off" />
        </RuleField>
      </RuleForm>
    </Panel>
  );
}
