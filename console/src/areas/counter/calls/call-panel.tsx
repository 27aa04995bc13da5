import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type CallTaskDetailView,
  type CallTaskView,
  callResultNames,
  type RecordCallBody,
  recordCallRules,
  sayReferenceNo,
} from '@yiyun/shared';
import { Input, Radio, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { Done } from '../../../components/done';
import { ErrorResult } from '../../../components/error-result';
import { Facts } from '../../../components/facts';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { TimeText } from '../../../components/time-text';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { useNow } from '../../../lib/clock';
import { saidTime } from '../../../lib/time';
import { SlotPicker } from '../slots/slot-picker';
import { AffectedStatusTag } from './affected-tag';
import styles from './calls.module.css';

interface CallPanelProps {
  affectedPartyId: string;
  hallId: string;
  onClose: () => void;
}

/** One person to call: the number, what to say, the places held for him, and what came of the call. */
export function CallPanel({ affectedPartyId, hallId, onClose }: CallPanelProps) {
  const client = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  const [recorded, setRecorded] = useState(0);
  // Every reading of a number is recorded, so it is read once, when somebody opens it.
  const query = useQuery({
    queryKey: ['callTask', affectedPartyId],
    queryFn: () => api.disruptions.callTask({ params: { affectedPartyId } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const isShown = query.data !== undefined;
  useEffect(() => {
    if (isShown) box.current?.focus({ preventScroll: true });
  }, [isShown]);
  if (query.error && !query.data) {
    return <ErrorResult title="没能读取" error={asFailure(query.error)} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <Skeleton />;
  const of = query.data;
  const onCalled = async (called: CallTaskView) => {
    client.setQueryData(['callTask', affectedPartyId], { ...of, ...called });
    setRecorded(recorded + 1);
    await client.invalidateQueries({ queryKey: ['affectedParty'] });
    await client.invalidateQueries({ queryKey: ['appointment'] });
  };
  return (
    <div ref={box} tabIndex={-1} className={styles.box}>
      <Panel title={of.person.name} actions={<KeyButton size="small" combo="escape" label="关闭" onClick={onClose} />}>
        <p className={styles.phone}>{of.phone ?? '没有留电话'}</p>
        <p className={styles.quiet}>您看了这个号码，系统已记录。</p>
        <CallFacts of={of} />
      </Panel>
      {of.availableActions.length > 0 ? (
        <Panel title="电话结果">
          <CallForm key={recorded} of={of} hallId={hallId} onCalled={onCalled} />
        </Panel>
      ) : (
        <Done title="已了结">
          <AffectedStatusTag status={of.status} />
        </Done>
      )}
    </div>
  );
}

function CallFacts({ of }: { of: CallTaskDetailView }) {
  const now = useNow();
  return (
    <Facts
      facts={[
        { label: '状态', value: <AffectedStatusTag status={of.status} /> },
        { label: '原来约在', value: saidTime(of.appointment.startsAt, now) },
        { label: '事项', value: of.matter.name },
        { label: '停办原因', value: of.reason },
        { label: '预约号', value: sayReferenceNo(of.appointment.referenceNo) },
        ...of.calls.map(({ at, by, result, note }, index) => ({
          label: `第 ${index + 1} 次`,
          value: (
            <>
              <TimeText at={at} /> {by}：{callResultNames[result]}
              {note && `，${note}`}
            </>
          ),
        })),
      ]}
    />
  );
}

interface CallFormProps {
  of: CallTaskDetailView;
  hallId: string;
  onCalled: (called: CallTaskView) => Promise<void>;
}

const OTHER = 'other';

/** What came of the call; when reached, the new time: one of those held, or any other. */
function CallForm({ of, hallId, onCalled }: CallFormProps) {
  const now = useNow();
  const [{ result, appointmentId }, setTyped] = useState<Partial<RecordCallBody>>({});
  const isReached = result === 'reached';
  const isOther = isReached && (appointmentId === OTHER || of.alternatives.length === 0);
  return (
    <RuleForm<RecordCallBody, CallTaskView>
      rules={{ ...recordCallRules, appointmentId: { kind: 'string', max: 26, optional: true, label: '改约到' } }}
      version={of.version}
      onValues={setTyped}
      alsoCheck={(body) =>
        body.result === 'reached' && !body.slotId && (!body.appointmentId || body.appointmentId === OTHER)
          ? [{ path: isOther ? 'slotId' : 'appointmentId', message: '请选择改约到什么时间' }]
          : []
      }
      onSubmit={({ appointmentId: chosen, ...body }, idempotencyKey) =>
        api.disruptions.recordCall(
          {
            params: { affectedPartyId: of.id },
            body: chosen && chosen !== OTHER ? { ...body, appointmentId: chosen } : body,
          },
          { idempotencyKey },
        )
      }
      onDone={onCalled}
      submitLabel={isReached ? '改约并登记' : '登记'}
    >
      <RuleField name="result">
        <Radio.Group
          className={styles.options}
          options={recordCallRules.result.values.map((value) => ({ value, label: callResultNames[value] }))}
        />
      </RuleField>
      {isReached && of.alternatives.length > 0 && (
        <RuleField name="appointmentId" label="改约到">
          <Radio.Group
            className={styles.options}
            options={[
              ...of.alternatives.map((place) => ({
                value: place.appointmentId,
                label: `${saidTime(place.startsAt, now)} ${place.hall.name}（已留号）`,
              })),
              { value: OTHER, label: '本厅的其他时间' },
            ]}
          />
        </RuleField>
      )}
      {isOther && (
        <RuleField name="slotId" label="其他时间">
          <SlotPicker hallId={hallId} matterId={of.matter.id} />
        </RuleField>
      )}
      <RuleField name="note">
        <Input.TextArea rows={2} maxLength={200} />
      </RuleField>
    </RuleForm>
  );
}
