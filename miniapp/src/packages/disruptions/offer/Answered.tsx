import type { DisruptionOfferView } from '@yiyun/shared';
import { Button, NoticeBar } from '@/components';
import { go } from '@/lib/go';

/** What became of the offer, as far as it is answered; nothing while it is open. */
export function Answered({ offer: { status, alternatives, chosenAppointmentId } }: { offer: DisruptionOfferView }) {
  switch (status) {
    case 'chosen':
      return (
        <>
          <NoticeBar tone="done" text="已改约，原来的预约不用管了。到时请按新的时间来。" />
          {chosenAppointmentId && (
            <Button id="see-new" onPress={() => go('booking/detail', { appointmentId: chosenAppointmentId })}>
              看新的预约
            </Button>
          )}
        </>
      );
    case 'toCall':
      return <NoticeBar text="工作人员会打您登记的手机，在电话里替您改约。请留意来电。" />;
    case 'unreachable':
      return (
        <NoticeBar tone="attention" text="打了几次电话没有联系上您。方便时请打电话给办税服务厅，或请我们再打一次。" />
      );
    case 'declined':
      return <NoticeBar text="按您说的，这次不再办理。以后可以重新预约。" />;
    case 'preparing':
      return <NoticeBar text="正在替您找别的时间，找好了会发消息。" />;
    case 'offered':
      return alternatives.length > 0 ? null : (
        <NoticeBar
          tone="attention"
          text="替您留的时间都过了。工作人员会打您登记的手机，在电话里替您改约；也可以自己重新预约。"
        />
      );
  }
}
