import { type ManagedHallView, sayHours } from '@yiyun/shared';
import { Panel } from '../../../components/panel';
import { StatusTag } from '../../../components/status-tag';
import { TimeText } from '../../../components/time-text';
import styles from './hall-page.module.css';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** When a hall is open, and its windows. */
export function HallHours({ of }: { of: ManagedHallView }) {
  return (
    <div>
      <Panel
        title="开放时间"
        actions={<StatusTag tone={of.openNow ? 'done' : 'ended'}>{of.openNow ? '开放中' : '未开放'}</StatusTag>}
      >
        <table className={styles.table}>
          <tbody>
            {WEEKDAYS.map((day, index) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td>{sayHours(of.weekly[index] ?? [])}</td>
              </tr>
            ))}
            <tr className={styles.today}>
              <th scope="row">今天</th>
              <td>{sayHours(of.today)}</td>
            </tr>
          </tbody>
        </table>
        {!of.openNow && (
          <p className={styles.quiet}>
            下次开放 <TimeText at={of.nextOpenAt} absent="日历之内没有" />
          </p>
        )}
        {of.sampleNote && <p className={styles.quiet}>{of.sampleNote}</p>}
      </Panel>
      <Panel title={`窗口（${of.windows.length}）`}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">窗口</th>
              <th scope="col">办理</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {of.windows.map(({ id, label, skills, active }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>{skills.map((skill) => skillNames[skill] ?? skill).join('、')}</td>
                <td>
                  <StatusTag tone={active ? 'done' : 'ended'}>{active ? '启用' : '停用'}</StatusTag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </div>
  );
}

const skillNames: Record<string, string> = { simple: '简易事项', complex: '复杂事项' };
