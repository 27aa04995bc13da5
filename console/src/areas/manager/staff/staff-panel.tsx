import { useQueryClient } from '@tanstack/react-query';
import { type StaffView, type UpdateStaffBody, updateStaffRules } from '@yiyun/shared';
import { Switch } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../../api/client';
import { Done } from '../../../components/done';
import { Facts } from '../../../components/facts';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { TimeText } from '../../../components/time-text';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { useNow } from '../../../lib/clock';
import type { HallChoice } from '../../../session/hall';
import { roleNames, useMe } from '../../../session/me';
import { AccountActs } from './account-acts';
import { StaffState } from './columns';
import { mayChange } from './grants';
import styles from './staff.module.css';
import { StaffFields } from './staff-fields';

interface StaffPanelProps {
  of: StaffView;
  halls: readonly HallChoice[];
  onClose: () => void;
}

/** One account: its state, its name, roles and halls, and what can be done with its sessions. */
export function StaffPanel({ of, halls, onClose }: StaffPanelProps) {
  const now = useNow();
  const me = useMe();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const isMine = mayChange(me, of);
  return (
    <div ref={box} tabIndex={-1} className={styles.box}>
      <Panel
        title={`${of.name}（${of.account}）`}
        actions={<KeyButton size="small" combo="escape" label="关闭" onClick={onClose} />}
      >
        <Facts
          facts={[
            { label: '状态', value: <StaffState of={of} now={now} /> },
            { label: '角色', value: of.roles.map((role) => roleNames[role]).join('、') },
            ...(of.lockedUntil !== null && of.lockedUntil > now
              ? [{ label: '锁定到', value: <TimeText at={of.lockedUntil} /> }]
              : []),
            { label: '最近登录', value: <TimeText at={of.lastSignInAt} absent="从未登录" /> },
          ]}
        />
      </Panel>
      {isMine ? (
        <>
          <EditPanel of={of} halls={halls} />
          <Panel title="登录">
            <AccountActs of={of} />
          </Panel>
        </>
      ) : (
        <Panel title="修改">
          <p className={styles.quiet}>管理人员和系统管理员的账号由系统管理员修改。</p>
        </Panel>
      )}
    </div>
  );
}

function EditPanel({ of, halls }: Pick<StaffPanelProps, 'of' | 'halls'>) {
  const client = useQueryClient();
  const [isSaved, setSaved] = useState(false);
  const { id: staffId, version, name, roles, hallIds, active } = of;
  return (
    <Panel title="修改">
      {isSaved && <Done title="已保存" />}
      <RuleForm<UpdateStaffBody, StaffView>
        rules={updateStaffRules}
        initial={{ name, roles, hallIds, active }}
        version={version}
        onValues={() => setSaved(false)}
        onSubmit={(body, idempotencyKey) => api.identity.updateStaff({ params: { staffId }, body }, { idempotencyKey })}
        onDone={() => {
          setSaved(true);
          return client.invalidateQueries({ queryKey: ['staff'] });
        }}
        submitLabel="保存"
      >
        <StaffFields halls={halls} />
        <RuleField name="active" hint="停用后不能登录，已登录的会立即退出；记录都保留" valuePropName="checked">
          <Switch checkedChildren="启用" unCheckedChildren="停用" />
        </RuleField>
      </RuleForm>
    </Panel>
  );
}
