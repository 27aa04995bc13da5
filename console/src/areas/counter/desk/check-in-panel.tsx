import { useQuery } from '@tanstack/react-query';
import { type CheckInBody, type PriorityReason, type StaffTicketView, sayReferenceNo } from '@yiyun/shared';
import { Input, type InputRef } from 'antd';
import { type RefObject, useImperativeHandle, useRef, useState } from 'react';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { useSubmit } from '../../../api/use-submit';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { clockTime } from '../../../lib/time';
import { Kbd } from '../../../shortcuts/kbd';
import { useShortcut } from '../../../shortcuts/use-shortcut';
import styles from './desk.module.css';
import { PrioritySelect } from './priority-select';
import { readScan } from './scanned';

interface CheckInPanelProps {
  hallId: string;
  /** Gets the way to put the focus back into the field. */
  field: RefObject<{ focus: () => void }>;
  onDrawn: (ticket: StaffTicketView) => unknown;
}

/** Checking in: a scanned code, a typed number, or the end of the phone number and who of several. */
export function CheckInPanel({ hallId, field, onDrawn }: CheckInPanelProps) {
  const [text, setText] = useState('');
  const [phoneTail, setPhoneTail] = useState('');
  const [priorityReason, setPriority] = useState<PriorityReason>();
  const input = useRef<InputRef>(null);
  const focus = () => input.current?.focus({ cursor: 'all' });
  useImperativeHandle(field, () => ({ focus }));
  useShortcut('f2', '签到：预约码或手机号后四位', focus);
  const found = useQuery({
    queryKey: ['appointment', hallId, 'tail', phoneTail],
    queryFn: () => api.queue.findAppointments({ params: { hallId }, query: { phoneTail } }),
    enabled: phoneTail !== '',
    staleTime: 0,
  });
  const checkIn = useSubmit(
    (body: CheckInBody, idempotencyKey) => api.queue.checkIn({ params: { hallId }, body }, { idempotencyKey }),
    {
      onDone: (ticket) => {
        setText('');
        setPhoneTail('');
        setPriority(undefined);
        return onDrawn(ticket);
      },
    },
  );
  const send = () => {
    const scanned = readScan(text);
    checkIn.reset();
    setPhoneTail(scanned.kind === 'phoneTail' ? scanned.phoneTail : '');
    if (scanned.kind === 'code') checkIn.mutate({ code: scanned.code, priorityReason });
  };
  return (
    <Panel title="签到取号" actions={<Kbd combo="f2" />}>
      <div className={styles.form}>
        <label htmlFor="scan">预约码、预约号或手机号后四位</label>
        <Input
          id="scan"
          ref={input}
          size="large"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onPressEnter={send}
        />
        <label htmlFor="check-in-priority">绿色通道（选填）</label>
        <PrioritySelect id="check-in-priority" value={priorityReason} onChange={setPriority} />
        <KeyButton type="primary" label="签到" loading={checkIn.isPending || found.isFetching} onClick={send} />
      </div>
      {checkIn.error && <ErrorResult title="没能签到" error={checkIn.error} />}
      {found.error && <ErrorResult title="没能查找预约" error={asFailure(found.error)} />}
      {phoneTail !== '' && found.data && (
        <section aria-label={`尾号 ${phoneTail} 今天的预约`} className={styles.found}>
          {found.data.length === 0 && <p>尾号 {phoneTail} 今天在本厅没有等待签到的预约，可以现场取号。</p>}
          {found.data.map(({ id, referenceNo, startsAt, matterName, maskedName }, index) => (
            <KeyButton
              key={id}
              block
              autoFocus={index === 0}
              label={`${clockTime(startsAt)} ${maskedName} · ${matterName} · ${sayReferenceNo(referenceNo)}`}
              disabled={checkIn.isPending}
              onClick={() => checkIn.mutate({ phoneTail, appointmentId: id, priorityReason })}
            />
          ))}
        </section>
      )}
    </Panel>
  );
}
