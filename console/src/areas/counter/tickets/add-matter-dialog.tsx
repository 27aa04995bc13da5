import { type AddMatterBody, addMatterRules, type StaffTicketView } from '@yiyun/shared';
import { Modal } from 'antd';
import { api } from '../../../api/client';
import { KeyButton } from '../../../components/key-button';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { ShortcutLayer } from '../../../shortcuts/use-shortcut';
import { MatterSelect } from '../matters/matter-select';
import type { TicketDialogProps } from './park-dialog';

/** One more matter on the same ticket, so that nobody queues twice. */
export function AddMatterDialog({ of, open, onChanged, onClose }: TicketDialogProps) {
  return (
    <Modal
      title={`${of.number} 号加办事项`}
      open={open}
      onCancel={onClose}
      footer={null}
      width="32rem"
      destroyOnHidden
      mask={{ closable: false }}
    >
      <ShortcutLayer>
        <RuleForm<AddMatterBody, StaffTicketView>
          rules={addMatterRules}
          version={of.version}
          onSubmit={(body, idempotencyKey) =>
            api.queue.addMatter({ params: { ticketId: of.id }, body }, { idempotencyKey })
          }
          onDone={async (ticket) => {
            await onChanged(ticket);
            onClose();
          }}
          submitLabel="加办"
          buttons={<KeyButton label="返回" onClick={onClose} />}
        >
          <RuleField name="matterId" hint="在同一个号下一起办，不用重新取号">
            <MatterSelect autoFocus />
          </RuleField>
        </RuleForm>
      </ShortcutLayer>
    </Modal>
  );
}
