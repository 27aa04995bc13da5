import { type appointmentPeriods, sayReferenceNo } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import { Button, Cell, Empty, Page, Paged, Tabs } from '@/components';
import { now } from '@/lib/clock';
import { go, goTab } from '@/lib/go';
import { sayWhen } from '@/lib/time';
import { SignedIn } from '@/session/SignedIn';
import { AppointmentStatusMark } from '../AppointmentStatusMark';

type Period = (typeof appointmentPeriods)[number];

export default function MyAppointments() {
  const [period, setPeriod] = useState<Period>('upcoming');
  return (
    <Page title="我的预约">
      <SignedIn why="登录后可以看到您的预约。" upTo="consent">
        {() => (
          <>
            <Tabs
              label="预约时间"
              tabs={[
                { key: 'upcoming', title: '还没到的' },
                { key: 'past', title: '过去的' },
              ]}
              value={period}
              onChange={setPeriod}
            />
            <Appointments key={period} period={period} />
          </>
        )}
      </SignedIn>
    </Page>
  );
}

function Appointments({ period }: { period: Period }) {
  const pages = usePages([...keys.appointments, period], (cursor) =>
    api.appointments.mine({ query: { period, cursor } }),
  );
  const title = period === 'upcoming' ? '没有还没到的预约' : '还没有过去的预约';
  const empty = (
    <Empty icon="calendar" title={title} note="先选一件要办的事，再选时间。">
      <Button onPress={() => goTab('matters')}>去预约</Button>
    </Empty>
  );
  return (
    <Paged pages={pages} id="appointments" rows={5} empty={empty}>
      {(list) =>
        list.map((a) => (
          <Cell
            key={a.id}
            id={`appointment-${a.referenceNo}`}
            title={a.matter.name}
            note={`${sayWhen(a.startsAt, now())} · ${a.hall.name} · ${sayReferenceNo(a.referenceNo)}`}
            value={<AppointmentStatusMark status={a.status} />}
            onPress={() => go('booking/detail', { appointmentId: a.id })}
          />
        ))
      }
    </Paged>
  );
}
