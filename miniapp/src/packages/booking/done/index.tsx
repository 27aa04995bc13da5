import { useQuery } from '@tanstack/react-query';
import { type AppointmentView, sayReferenceNo } from '@yiyun/shared';
import { useEffect } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { BottomBar, Button, Loaded, NoticeBar, Page, QrCode, Section, SummaryList } from '@/components';
import { now } from '@/lib/clock';
import { goInstead, goTab } from '@/lib/go';
import { dateOf, sayWhen, timeOf } from '@/lib/time';
import { useParam } from '@/lib/use-param';
import { useBookingDraft } from '../booking-draft';
import { AddToCalendar } from '../detail/AddToCalendar';
import { sayMatters } from '../use-matters';

export default function BookingDone() {
  const appointmentId = useParam('appointmentId');
  const query = useQuery({
    queryKey: keys.appointment(appointmentId),
    queryFn: () => api.appointments.get({ params: { appointmentId } }),
  });
  const { clear } = useBookingDraft();
  useEffect(clear, []);
  const confirmed = query.data?.status === 'confirmed';
  return (
    <Page
      title={confirmed ? '预约成功' : '预约已提交'}
      bottom={
        <BottomBar>
          <Button id="see-appointment" onPress={() => goInstead('booking/detail', { appointmentId })}>
            查看这个预约
          </Button>
          <Button kind="text" onPress={() => goTab('home')}>
            回首页
          </Button>
        </BottomBar>
      }
    >
      <Loaded query={query} rows={5}>
        {(a) => (
          <>
            <NoticeBar
              tone={confirmed ? 'done' : 'info'}
              text={confirmed ? '已为您留好位置，请按时到厅。' : '窗口确认后会通知您，通常在一个工作日内。'}
            />
            <QrCode value={a.qrText} label="签到码，到厅出示" text={sayReferenceNo(a.referenceNo)} />
            <SummaryList
              rows={[
                { label: '什么时候', value: `${sayWhen(a.startsAt, now())}–${timeOf(a.endsAt)}` },
                { label: '到哪里', value: `${a.hall.name}，${a.hall.address}` },
                { label: '办什么', value: sayMatters([a.matter, ...a.furtherMatters]) },
                { label: '为谁办理', value: a.taxpayer.name || '我自己' },
              ]}
            />
            <Section title="接下来">
              <NoticeBar text={sayBring(a)} />
              <NoticeBar text={`${sayReminders(a.startsAt, now())}到厅先用上面的码签到取号。`} />
              <AddToCalendar appointment={a} />
              <NoticeBar text={`有变化可以致电办税服务厅 ${a.hall.telephone}。`} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function sayBring({ matter, furtherMatters }: AppointmentView): string {
  const { size } = new Set([matter, ...furtherMatters].flatMap(({ supportingDocuments }) => supportingDocuments));
  const bring = size === 0 ? '这次不用带材料。' : `来之前请备齐${size}份材料，清单在预约详情里。`;
  return `${bring}不能来请提前取消或改时间，把位置让给别人。`;
}

/** The reminders that are still to come. */
function sayReminders(startsAt: number, at: number): string {
  if (dateOf(at) < dateOf(startsAt)) return '前一天晚上和开始前两小时会提醒您。';
  return startsAt - at > 2 * 3_600_000 ? '开始前两小时会提醒您。' : '';
}
