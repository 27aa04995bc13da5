import { useQueryClient } from '@tanstack/react-query';
import { type AppealView, decideAppealRules } from '@yiyun/shared';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { Facts } from '../../../components/facts';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { ReasonModal } from '../../../components/reason-modal';
import { TimeText } from '../../../components/time-text';
import { useNow } from '../../../lib/clock';
import { saidTime } from '../../../lib/time';
import { AppealTag, strikeNames } from './appeal-words';
import styles from './appeals.module.css';

const verdicts = {
  uphold: {
    label: '申诉成立',
    act: '认定成立',
    effect: '这一次不再计入，因此受到的预约限制立即解除。本人会收到消息和下面写的答复。',
    presets: ['经核实当天确有特殊情况，不计爽约', '经核实您当天已到厅，记录有误，已更正'],
  },
  reject: {
    label: '申诉不成立',
    act: '认定不成立',
    effect: '这一次照旧计入。本人会收到消息和下面写的答复，不能再次申诉。',
    presets: ['没有查到您所说的情况，请按时到厅或提前取消'],
  },
} as const;

/** One appeal: what happened, what the person says, and the answer. */
export function AppealPanel({ of, onClose }: { of: AppealView; onClose: () => void }) {
  const client = useQueryClient();
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const [verdict, setVerdict] = useState<keyof typeof verdicts>();
  const { appointmentId, appeal, citizen, hall, kind, startsAt, matterName, version } = of;
  return (
    <div ref={box} tabIndex={-1} className={styles.box}>
      <Panel
        title={`${citizen.name}的申诉`}
        actions={<KeyButton size="small" combo="escape" label="关闭" onClick={onClose} />}
      >
        {appeal && (
          <>
            <p>
              <AppealTag status={appeal.status} />
            </p>
            <p className={styles.statement}>{appeal.statement}</p>
            {appeal.status === 'pending' && (
              <div className={styles.acts}>
                <KeyButton type="primary" label="成立" combo="alt+a" onClick={() => setVerdict('uphold')} />
                <KeyButton label="不成立" combo="alt+j" onClick={() => setVerdict('reject')} />
              </div>
            )}
          </>
        )}
        <Facts
          facts={[
            { label: '记录', value: strikeNames[kind] },
            { label: '预约', value: `${saidTime(startsAt, now)} ${matterName}` },
            { label: '办税服务厅', value: hall.name },
            { label: '申诉人', value: `${citizen.name} ${citizen.maskedPhone}` },
            { label: '提交', value: <TimeText at={appeal?.submittedAt} /> },
            { label: '答复', value: appeal?.reply },
            {
              label: '经过',
              value: <Link to={`/manager/records?stream=appointment:${appointmentId}`}>这个预约的全过程记录</Link>,
            },
          ]}
        />
      </Panel>
      {(Object.keys(verdicts) as (keyof typeof verdicts)[]).map((key) => (
        <ReasonModal
          key={key}
          open={verdict === key}
          title={`${citizen.name}的${verdicts[key].label}？`}
          effect={<p>{verdicts[key].effect}</p>}
          question="怎么答复？"
          rule={decideAppealRules.reply}
          version={version}
          presets={verdicts[key].presets}
          actLabel={verdicts[key].act}
          isFinal={key === 'reject'}
          onSubmit={async (written, idempotencyKey) => {
            await api.appointments.decideAppeal(
              {
                params: { appointmentId },
                body: { version: written.version, upheld: key === 'uphold', reply: written.text },
              },
              { idempotencyKey },
            );
            await client.invalidateQueries({ queryKey: ['appeal'] });
            onClose();
          }}
          onClose={() => setVerdict(undefined)}
        />
      ))}
    </div>
  );
}
