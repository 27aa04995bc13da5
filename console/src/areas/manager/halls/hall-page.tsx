import { useQueryClient } from '@tanstack/react-query';
import { type ManagedHallView, type UpdateHallBody, updateHallRules } from '@yiyun/shared';
import { Input, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { Done } from '../../../components/done';
import { ErrorResult } from '../../../components/error-result';
import { Panel } from '../../../components/panel';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { NotFound } from '../../../layout/dead-ends';
import { Page } from '../../../layout/page';
import { DutyLeaderSelect } from './duty-leader-select';
import { HallHours } from './hall-hours';
import styles from './hall-page.module.css';
import { useManagedHalls } from './halls-page';

/** One hall: what managers may change, and what it offers. */
export function HallPage() {
  const { hallId } = useParams();
  const halls = useManagedHalls();
  if (halls.error && !halls.data) {
    return (
      <ErrorResult title="没能读取办税服务厅" error={asFailure(halls.error)} onRetry={() => void halls.refetch()} />
    );
  }
  if (!halls.data) return <Skeleton />;
  const hall = halls.data.find(({ id }) => id === hallId);
  return hall ? <HallView of={hall} /> : <NotFound />;
}

function HallView({ of }: { of: ManagedHallView }) {
  const client = useQueryClient();
  const [isSaved, setSaved] = useState(false);
  const { version, address, telephone, guide, dutyLeader } = of;
  return (
    <Page
      title={of.name}
      lead={
        <span className={styles.lead}>
          <Link to="/manager/halls">所有办税服务厅</Link>
          <Link to={`/manager/capacity?hall=${of.id}`}>号源日历</Link>
          <a href={`/console/screen/${of.id}`} target="_blank" rel="noreferrer">
            叫号屏
          </a>
        </span>
      }
    >
      <div className={styles.columns}>
        <Panel title="联系方式和值班领导">
          {isSaved && <Done title="已保存">纳税人端现在看到的就是新的内容。</Done>}
          <RuleForm<UpdateHallBody, ManagedHallView>
            rules={updateHallRules}
            initial={{ address, telephone, guide, dutyLeaderId: dutyLeader?.id }}
            version={version}
            onValues={() => setSaved(false)}
            onSubmit={(body, idempotencyKey) =>
              api.halls.update({ params: { hallId: of.id }, body }, { idempotencyKey })
            }
            onDone={() => {
              setSaved(true);
              return client.invalidateQueries({ queryKey: keys.managedHalls });
            }}
            submitLabel="保存"
          >
            <RuleField name="address">
              <Input />
            </RuleField>
            <RuleField name="telephone" hint="数字和短横线，例如 0574-12345678">
              <Input inputMode="tel" />
            </RuleField>
            <RuleField name="guide" hint="公交、停车、入口在哪里；可以留空">
              <Input.TextArea rows={3} maxLength={500} showCount />
            </RuleField>
            <RuleField name="dutyLeaderId" hint="排队拥挤、窗口开得不够、预约迟迟没有确认时，系统告诉这个人">
              <DutyLeaderSelect hallId={of.id} />
            </RuleField>
          </RuleForm>
        </Panel>
        <HallHours of={of} />
      </div>
    </Page>
  );
}
