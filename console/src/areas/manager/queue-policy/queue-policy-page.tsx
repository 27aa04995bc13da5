import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  laneNames,
  lanes,
  type QueuePolicyRules,
  type QueuePolicyView,
  queuePolicyProblems,
  queuePolicySentences,
  type UpdateQueuePolicyBody,
  updateQueuePolicyRules,
} from '@yiyun/shared';
import { InputNumber, Skeleton, Switch } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { Done } from '../../../components/done';
import { ErrorResult } from '../../../components/error-result';
import { Panel } from '../../../components/panel';
import { TimeText } from '../../../components/time-text';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { Page } from '../../../layout/page';
import { useHall } from '../../../session/hall';
import { Sentences } from '../policies/policies-page';
import styles from './queue-policy.module.css';

/** How one hall calls: targets and bounds of the lanes, returning, crowds. */
export function QueuePolicyPage() {
  const hall = useHall();
  const query = useQuery({
    queryKey: keys.queuePolicy(hall.id),
    queryFn: () => api.queue.policy({ params: { hallId: hall.id } }),
  });
  return (
    <Page title="排队规则" lead={`${hall.name}怎么叫号；在页面上方换一个厅`}>
      {query.error && !query.data && (
        <ErrorResult title="没能读取排队规则" error={asFailure(query.error)} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <Skeleton />}
      {query.data && <Editor key={hall.id} of={query.data} />}
    </Page>
  );
}

function Editor({ of }: { of: QueuePolicyView }) {
  const client = useQueryClient();
  const [typed, setTyped] = useState<QueuePolicyRules>(of.rules);
  const [isSaved, setSaved] = useState(false);
  const isWhole = Object.values(typed).every((value) => value !== null && value !== undefined);
  return (
    <div className={styles.columns}>
      <Panel title="规则">
        {isSaved && <Done title="已保存">之后取的号按新规则排；已经取了的号不变。</Done>}
        <RuleForm<UpdateQueuePolicyBody, QueuePolicyView>
          rules={updateQueuePolicyRules}
          initial={of.rules}
          version={of.version}
          onValues={(values) => {
            setSaved(false);
            setTyped(values);
          }}
          alsoCheck={queuePolicyProblems}
          onSubmit={(body, idempotencyKey) =>
            api.queue.updatePolicy({ params: { hallId: of.hallId }, body }, { idempotencyKey })
          }
          onDone={(saved) => {
            setSaved(true);
            client.setQueryData(keys.queuePolicy(of.hallId), saved);
          }}
          submitLabel="保存"
        >
          <table className={styles.lanes}>
            <thead>
              <tr>
                <th scope="col">通道</th>
                <th scope="col">争取几分钟内叫到</th>
                <th scope="col">最多等几分钟</th>
              </tr>
            </thead>
            <tbody>
              {lanes.map((lane) => (
                <tr key={lane}>
                  <th scope="row">{laneNames[lane]}</th>
                  <td>
                    <RuleField name={`${lane}TargetMinutes`} label={`${laneNames[lane]}目标`}>
                      <InputNumber />
                    </RuleField>
                  </td>
                  <td>
                    <RuleField name={`${lane}BoundMinutes`} label={`${laneNames[lane]}上限`}>
                      <InputNumber />
                    </RuleField>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <RuleField
            name="complexApart"
            label="复杂事项分开叫号"
            hint="打开后，复杂事项只到标明“办理复杂事项”的窗口，不挡住办简易事项的窗口；关着就是一窗式"
            valuePropName="checked"
          >
            <Switch />
          </RuleField>
          <div className={styles.three}>
            <RuleField name="returnAfterCalls" hint="位">
              <InputNumber />
            </RuleField>
            <RuleField name="crowdedAbove" label="等候超过几人算拥挤" hint="人，建议开应急窗口">
              <InputNumber />
            </RuleField>
            <RuleField name="windowOpenRatePercent" label="窗口开设率低于多少就提醒" hint="%">
              <InputNumber />
            </RuleField>
          </div>
        </RuleForm>
      </Panel>
      <div>
        <Panel title="用大白话说">
          <Sentences of={isWhole ? queuePolicySentences(typed) : of.sentences} />
          {of.changedAt !== null && (
            <p className={styles.quiet}>
              上次修改 <TimeText at={of.changedAt} />
            </p>
          )}
        </Panel>
      </div>
    </div>
  );
}
