import {
  type StaffTicketView,
  type TransferTicketBody,
  transferTicketRules,
  type WindowStatusView,
} from '@yiyun/shared';
import { AutoComplete, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { Choice } from '../../../components/choice';
import { KeyButton } from '../../../components/key-button';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { ShortcutLayer } from '../../../shortcuts/use-shortcut';
import { MatterSelect } from '../matters/matter-select';
import type { TicketDialogProps } from './park-dialog';
import styles from './tickets.module.css';

type Target = 'windowId' | 'staffId' | 'matterId';
const targets: { value: Target; label: string }[] = [
  { value: 'windowId', label: '转窗口' },
  { value: 'staffId', label: '转人员' },
  { value: 'matterId', label: '转事项' },
];
const notes: Record<Target, string> = {
  windowId: '按原来的取号时间排在前面，由这个窗口叫号。',
  staffId: '由这位同事在他所在的窗口叫号。',
  matterId: '换成另一个事项，由能办这个事项的任何窗口叫号。',
};
const reasons = ['需要复杂事项窗口办理', '本窗口不办这个事项', '由首问同事继续办理', '需要核实资料'];

interface TransferDialogProps extends TicketDialogProps {
  windows: readonly WindowStatusView[];
}

/** Hands a ticket over: giver, receiver and reason are recorded, and the person does not queue again. */
export function TransferDialog({ of, windows, open, onChanged, onClose }: TransferDialogProps) {
  return (
    <Modal
      title={`转办 ${of.number} 号`}
      open={open}
      onCancel={onClose}
      footer={null}
      width="36rem"
      destroyOnHidden
      mask={{ closable: false }}
    >
      <ShortcutLayer>
        <TransferForm of={of} windows={windows} onChanged={onChanged} onClose={onClose} />
      </ShortcutLayer>
    </Modal>
  );
}

function TransferForm({ of, windows, onChanged, onClose }: Omit<TransferDialogProps, 'open'>) {
  const [target, setTarget] = useState<Target>('windowId');
  const others = windows.filter(({ id }) => id !== of.window?.id);
  const officers = others.flatMap(({ officer, label }) =>
    officer ? [{ value: officer.id, label: `${officer.name}（${label}）` }] : [],
  );
  return (
    <RuleForm<TransferTicketBody, StaffTicketView>
      rules={transferTicketRules}
      version={of.version}
      alsoCheck={(body) =>
        body[target] ? [] : [{ path: target, message: `请选择${transferTicketRules[target].label}` }]
      }
      onSubmit={(body, idempotencyKey) => api.queue.transfer({ params: { ticketId: of.id }, body }, { idempotencyKey })}
      onDone={async (ticket) => {
        await onChanged(ticket);
        onClose();
      }}
      submitLabel="转办"
      buttons={<KeyButton label="返回" onClick={onClose} />}
    >
      <div className={styles.targets}>
        <Choice label="转给谁" value={target} options={targets} onChange={setTarget} />
        <p>{notes[target]}</p>
      </div>
      {target === 'windowId' && (
        <RuleField name="windowId" label="转到">
          <Select autoFocus placeholder="选择窗口" options={others.map(windowOption)} />
        </RuleField>
      )}
      {target === 'staffId' && (
        <RuleField name="staffId" label="转给" hint="列出的是现在开着窗口的同事">
          <Select autoFocus placeholder="选择同事" options={officers} />
        </RuleField>
      )}
      {target === 'matterId' && (
        <RuleField name="matterId" label="改办">
          <MatterSelect autoFocus />
        </RuleField>
      )}
      <RuleField name="reason" hint="接手的同事和记录里都会看到">
        <AutoComplete options={reasons.map((value) => ({ value }))}>
          <Input maxLength={transferTicketRules.reason.max} />
        </AutoComplete>
      </RuleField>
    </RuleForm>
  );
}

const windowOption = ({ id, label, state, reason, officer }: WindowStatusView) => ({
  value: id,
  label: `${label}（${state === 'open' ? (officer?.name ?? '开着') : state === 'paused' ? (reason ?? '暂停') : '未开'}）`,
});
