import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  check,
  type DisruptionBody,
  type DisruptionPreview,
  type DisruptionView,
  disruptionRules,
  localDateOf,
} from '@yiyun/shared';
import { AutoComplete, Input, Radio, Select, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { ConfirmAct } from '../../../components/confirm-act';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { Page } from '../../../layout/page';
import { now } from '../../../lib/clock';
import { clockTime } from '../../../lib/time';
import { useHalls } from '../../../session/hall';
import styles from './disruptions.module.css';
import { LocalTime } from './local-time';
import { sayAffected } from './say-affected';

const reasons = ['停电，系统无法使用', '系统升级，暂停办理', '极端天气，临时闭厅', '网络故障，正在抢修'];
const PAUSE_MS = 400;

const localTime = (at: number) => `${localDateOf(at)} ${clockTime(at)}`;

/** What a closure would do, for what is typed now. */
function usePreview(body: Partial<DisruptionBody>) {
  // The reason changes nobody's fate, so the effect is there before it is written.
  const text = JSON.stringify({ ...body, reason: '试算影响' });
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return useQuery({
    queryKey: ['disruptionPreview', settled],
    queryFn: () => api.disruptions.preview({ body: JSON.parse(settled) as DisruptionBody }),
    enabled: check(disruptionRules, JSON.parse(settled)).length === 0,
    staleTime: 0,
    retry: false,
  });
}

/** Registers a closure: what, from when, why; who is affected stands beside before anything is done. */
export function NewDisruptionPage() {
  const { current } = useHalls();
  return current ? <NewDisruption hallId={current.id} /> : <Skeleton />;
}

function NewDisruption({ hallId }: { hallId: string }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { choices } = useHalls();
  const [initial] = useState<Partial<DisruptionBody>>(() => ({
    hallId,
    scope: 'hall',
    from: localTime(now()),
    until: `${localDateOf(now())} 17:30`,
  }));
  const [typed, setTyped] = useState(initial);
  const [asked, setAsked] = useState<DisruptionBody>();
  const preview = usePreview(typed);
  const hall = choices.find(({ id }) => id === (asked ?? typed).hallId);
  return (
    <Page title="登记停办" lead="先看右边会影响谁，再确认；确认后立即停止预约，并给每个人安排改约">
      <div className={styles.columns}>
        <Panel title="停办什么">
          <RuleForm<DisruptionBody, DisruptionBody>
            rules={disruptionRules}
            initial={initial}
            onValues={setTyped}
            onSubmit={(body) => Promise.resolve(body)}
            onDone={setAsked}
            submitLabel="停办…"
            buttons={<KeyButton label="返回列表" onClick={() => void navigate('/manager/disruptions')} />}
          >
            <RuleField name="hallId">
              <Select options={choices.map(({ id, name }) => ({ value: id, label: name }))} />
            </RuleField>
            <RuleField name="scope">
              <Radio.Group
                options={[
                  { value: 'hall', label: '全厅停办' },
                  { value: 'group', label: '只停一类事项' },
                ]}
              />
            </RuleField>
            {typed.scope === 'group' && (
              <RuleField name="group">
                <Radio.Group
                  options={[
                    { value: 'simple', label: '简易事项' },
                    { value: 'complex', label: '复杂事项' },
                  ]}
                />
              </RuleField>
            )}
            <RuleField name="from">
              <LocalTime />
            </RuleField>
            <RuleField name="until">
              <LocalTime />
            </RuleField>
            <RuleField name="reason" hint="受影响的人会在消息里看到">
              <AutoComplete options={reasons.map((value) => ({ value }))}>
                <Input maxLength={disruptionRules.reason.max} />
              </AutoComplete>
            </RuleField>
          </RuleForm>
        </Panel>
        <Panel title="会影响谁？">
          {preview.error && <ErrorResult title="没能试算影响" error={asFailure(preview.error)} />}
          {preview.isFetching && !preview.data && <Skeleton title={false} />}
          {preview.data && <Affected of={preview.data} />}
          {!preview.data && !preview.error && !preview.isFetching && <p>填好时间后在这里看影响。</p>}
        </Panel>
      </div>
      {asked && (
        <ConfirmAct<DisruptionBody>
          open
          title={`${hall?.name ?? ''}停办？`}
          effect={
            <>
              <p>
                {asked.from} 到 {asked.until}，不再接受预约。{preview.data && sayAffected(preview.data)}
              </p>
              <p>
                每个受影响的人会收到消息，得到至少三个留好的改约时间；没看到消息的、凑不齐三个的，列入电话联系名单。不算任何人爽约。停办不能撤销。
              </p>
            </>
          }
          body={asked}
          actLabel="停办"
          isFinal
          onConfirm={async (body, idempotencyKey) => {
            const made: DisruptionView = await api.disruptions.create({ body }, { idempotencyKey });
            await client.invalidateQueries({ queryKey: ['disruption'] });
            await navigate(`/manager/disruptions/${made.id}`);
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}

function Affected({ of }: { of: DisruptionPreview }) {
  return (
    <>
      <p role="status">
        <strong>{sayAffected(of)}</strong>
      </p>
      {of.byMatter.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col">预约</th>
            </tr>
          </thead>
          <tbody>
            {of.byMatter.map(({ matterName, count }) => (
              <tr key={matterName}>
                <th scope="row">{matterName}</th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
