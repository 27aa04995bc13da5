import { type ManagedHallView, type ServiceWindowView, sayHours } from '@yiyun/shared';
import { useState } from 'react';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { StatusTag } from '../../../components/status-tag';
import { TimeText } from '../../../components/time-text';
import { HallWeekDialog } from '../capacity/hall-week-dialog';
import { useCapacityChanged } from '../capacity/use-capacity';
import { WindowDialog } from '../capacity/window-dialog';
import styles from './hall-page.module.css';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** When a hall is open, and its windows; both are changed in dialogs that show first what a change does. */
export function HallHours({ of }: { of: ManagedHallView }) {
  const [isWeekOpen, setWeekOpen] = useState(false);
  const [window, setWindow] = useState<ServiceWindowView | 'new'>();
  const onSaved = useCapacityChanged();
  return (
    <div>
      <Panel
        title={
          <>
            开放时间 <StatusTag tone={of.openNow ? 'done' : 'ended'}>{of.openNow ? '开放中' : '未开放'}</StatusTag>
          </>
        }
        actions={<KeyButton size="small" label="修改" combo="alt+m" onClick={() => setWeekOpen(true)} />}
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
      <Panel
        title={`窗口（${of.windows.length}）`}
        actions={<KeyButton size="small" label="新增窗口" combo="alt+n" onClick={() => setWindow('new')} />}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">窗口</th>
              <th scope="col">办理</th>
              <th scope="col">预约</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {of.windows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <button type="button" className={styles.open} onClick={() => setWindow(row)}>
                    {row.label}
                  </button>
                </th>
                <td>
                  {row.skills.join('、')}
                  {row.servesComplex && '（办复杂事项）'}
                </td>
                <td>{row.bookablePercent}%</td>
                <td>
                  <StatusTag tone={row.active ? 'done' : 'ended'}>{row.active ? '启用' : '停用'}</StatusTag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <HallWeekDialog hall={of} open={isWeekOpen} onSaved={onSaved} onClose={() => setWeekOpen(false)} />
      <WindowDialog hall={of} of={window} onSaved={onSaved} onClose={() => setWindow(undefined)} />
    </div>
  );
}
