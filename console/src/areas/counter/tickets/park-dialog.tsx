import { parkTicketRules, type StaffTicketView } from '@yiyun/shared';
import { api } from '../../../api/client';
import { ReasonModal } from '../../../components/reason-modal';

export interface TicketDialogProps {
  of: StaffTicketView;
  open: boolean;
  onChanged: (ticket: StaffTicketView) => unknown;
  onClose: () => void;
}

const presets = ['等本人取材料', '等领导审批', '等系统恢复', '请先填写表格'];

/** Puts a ticket aside: the window is free for the next one and the person comes back to it. */
export function ParkDialog({ of, open, onChanged, onClose }: TicketDialogProps) {
  return (
    <ReasonModal
      open={open}
      title={`暂放 ${of.number} 号？`}
      effect={<p>这个号留在您的窗口，不用重新排队。您可以先叫别人，之后按 F8 继续办理。</p>}
      question="为什么暂放？"
      rule={parkTicketRules.reason}
      version={of.version}
      presets={presets}
      actLabel="暂放"
      onSubmit={async ({ version, text }, idempotencyKey) =>
        onChanged(
          await api.queue.park({ params: { ticketId: of.id }, body: { version, reason: text } }, { idempotencyKey }),
        )
      }
      onClose={onClose}
    />
  );
}

const leaveReasons = ['本人要求取消', '多次叫号没有人', '改到网上办理'];

/** Ends a ticket whose owner does not wait any more. */
export function LeaveDialog({ of, open, onChanged, onClose }: TicketDialogProps) {
  return (
    <ReasonModal
      open={open}
      title={`作废 ${of.number} 号？`}
      effect={
        <p>
          {of.person?.name ?? '持号人'}今天不再排队，这个号不能恢复，需要时只能重新取号。
          {of.appointment && '他的预约按已到厅处理，不算爽约。'}
        </p>
      }
      question="为什么作废？"
      rule={parkTicketRules.reason}
      version={of.version}
      presets={leaveReasons}
      actLabel="作废"
      isFinal
      onSubmit={async ({ version, text }, idempotencyKey) =>
        onChanged(
          await api.queue.leave({ params: { ticketId: of.id }, body: { version, reason: text } }, { idempotencyKey }),
        )
      }
      onClose={onClose}
    />
  );
}
