import { View } from '@tarojs/components';
import { type AppointmentView, type appointmentPeriods, sayReferenceNo } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import { useFreshOnShow } from '@/api/use-refresh';
import { Button, Cell, Empty, Page, Paged, Tabs } from '@/components';
import { now } from '@/lib/clock';
import { go, goTab } from '@/lib/go';
import { shortHall } from '@/lib/hall-words';
import { sayWhen } from '@/lib/time';
import { SignedIn } from '@/session/SignedIn';
import { AppointmentStatusMark } from '../AppointmentStatusMark';
import { sayMatters } from '../use-matters';

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
            <Cell
              id="my-waitlist"
              icon="clock"
              title="我的候补"
              note="约满的时间，有人退号就轮到您"
              onPress={() => go('booking/waitlist')}
            />
            <Cell
              id="my-standing"
              icon="shield"
              title="预约资格和规则"
              note="能不能预约，取消和爽约怎么算"
              onPress={() => go('booking/standing')}
            />
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
  useFreshOnShow(keys.appointments);
  const title = period === 'upcoming' ? '没有还没到的预约' : '还没有过去的预约';
  const empty = (
    <Empty icon="calendar" title={title} note="先选一件要办的事，再选时间。">
      <Button onPress={() => goTab('matters')}>去预约</Button>
    </Empty>
  );
  return (
    <Paged pages={pages} id="appointments" rows={5} empty={empty}>
      {(list) => list.map((a) => <Row key={a.id} appointment={a} />)}
    </Paged>
  );
}

function Row({ appointment: a }: { appointment: AppointmentView }) {
  return (
    <Cell
      id={`appointment-${a.referenceNo}`}
      title={sayMatters([a.matter, ...a.furtherMatters])}
      note={
        <>
          <View>{`${sayWhen(a.startsAt, now())} · ${shortHall(a.hall.name)}`}</View>
          <View>{[a.taxpayer.name, sayReferenceNo(a.referenceNo)].filter(Boolean).join(' · ')}</View>
        </>
      }
      value={<AppointmentStatusMark status={a.status} />}
      onPress={() => go('booking/detail', { appointmentId: a.id })}
    />
  );
}
