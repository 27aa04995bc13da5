import type { StaffRole } from '@yiyun/shared';
import { Checkbox, Input } from 'antd';
import { RuleField } from '../../../forms/rule-form';
import type { HallChoice } from '../../../session/hall';
import { roleNames, useMe } from '../../../session/me';
import { grantableRoles } from './grants';
import styles from './staff.module.css';

const explanations: Record<StaffRole, string> = {
  officer: '办理本厅的预约和办件，解答咨询',
  expert: '解答咨询',
  manager: '公告、热点问题、服务记录、办税厅和人员',
  admin: '账号、办税厅和日历，看不到纳税人的业务',
};

/** Name, roles and halls; only the roles that the person may grant are offered. */
export function StaffFields({ halls }: { halls: readonly HallChoice[] }) {
  const roles = grantableRoles(useMe());
  return (
    <>
      <RuleField name="name">
        <Input autoComplete="off" />
      </RuleField>
      <RuleField name="roles">
        <Checkbox.Group className={styles.checks}>
          {roles.map((role) => (
            <Checkbox key={role} value={role}>
              {roleNames[role]}
              <span className={styles.quiet}>：{explanations[role]}</span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </RuleField>
      <RuleField name="hallIds" hint="窗口人员只看得到所属厅的预约和办件">
        <Checkbox.Group className={styles.checks} options={halls.map(({ id, name }) => ({ value: id, label: name }))} />
      </RuleField>
    </>
  );
}
