import { useQueryClient } from '@tanstack/react-query';
import {
  type BookForBody,
  bookForRules,
  localDateOf,
  MAX_FURTHER_MATTERS,
  type StaffAppointmentView,
  sayReferenceNo,
} from '@yiyun/shared';
import { Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { Done } from '../../../components/done';
import { KeyButton } from '../../../components/key-button';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { clockTime, saidDate } from '../../../lib/time';
import { useHall } from '../../../session/hall';
import { MatterSelect, MattersSelect } from '../matters/matter-select';
import { SlotPicker } from '../slots/slot-picker';
import styles from './desk.module.css';

/** Books for somebody on the telephone or at the desk, who may have no account. */
export function BookPage() {
  const hall = useHall();
  const navigate = useNavigate();
  const [booked, setBooked] = useState<StaffAppointmentView>();
  return (
    <Page
      title="代人预约"
      lead={`${hall.name} · 电话里或到厅的人，没有手机应用也能约`}
      actions={<KeyButton label="返回导税台" combo="escape" onClick={() => void navigate('/counter/desk')} />}
    >
      {booked && <Booked of={booked} />}
      <BookForm key={booked?.id} hallId={hall.id} onBooked={setBooked} />
    </Page>
  );
}

function Booked({ of }: { of: StaffAppointmentView }) {
  const now = useNow();
  return (
    <Done title={`已约好：${saidDate(localDateOf(of.startsAt), now)} ${clockTime(of.startsAt)}，${of.citizen.name}`}>
      请告诉对方预约号 <strong className="tabular">{sayReferenceNo(of.referenceNo)}</strong>
      ，到厅后在导税台报号或报手机号后四位签到。{of.status === 'pending' && '这个预约还要由窗口确认。'}{' '}
      <Link to={`/counter/appointments?open=${of.id}`}>打开预约</Link>
    </Done>
  );
}

interface BookFormProps {
  hallId: string;
  onBooked: (appointment: StaffAppointmentView) => void;
}

function BookForm({ hallId, onBooked }: BookFormProps) {
  const client = useQueryClient();
  const [{ matterId, furtherMatterIds }, setValues] = useState<Partial<BookForBody>>({});
  return (
    <RuleForm<BookForBody, StaffAppointmentView>
      rules={bookForRules}
      onValues={setValues}
      onSubmit={(body, idempotencyKey) => api.appointments.bookFor({ params: { hallId }, body }, { idempotencyKey })}
      onDone={async (appointment) => {
        await client.invalidateQueries({ queryKey: ['appointment'] });
        await client.invalidateQueries({ queryKey: ['slot'] });
        onBooked(appointment);
      }}
      submitLabel="提交预约"
    >
      <div className={styles.book}>
        <div className="narrow">
          <RuleField name="matterId">
            <MatterSelect autoFocus />
          </RuleField>
          <RuleField name="furtherMatterIds" hint="同一次来一起办，占后面连着的时段">
            <MattersSelect maxCount={MAX_FURTHER_MATTERS} />
          </RuleField>
          <RuleField name="applicantName">
            <Input autoComplete="off" />
          </RuleField>
          <RuleField name="applicantPhone" hint="短信发到这里；到厅报后四位就能签到">
            <Input inputMode="tel" autoComplete="off" />
          </RuleField>
          <RuleField name="taxpayerName" hint="为企业办理时填写">
            <Input autoComplete="off" />
          </RuleField>
          <RuleField name="uscc">
            <Input autoComplete="off" spellCheck={false} />
          </RuleField>
          <RuleField name="note">
            <Input.TextArea rows={2} maxLength={200} />
          </RuleField>
        </div>
        <div className="narrow">
          <RuleField name="slotId" label="时间">
            {matterId ? (
              <SlotPicker hallId={hallId} matterId={matterId} furtherMatterIds={furtherMatterIds} />
            ) : (
              <p className={styles.quiet}>先选事项，再选时间。</p>
            )}
          </RuleField>
        </div>
      </div>
    </RuleForm>
  );
}
