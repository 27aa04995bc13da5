import { Modal } from 'antd';
import { Fragment } from 'react';
import { useStore } from '../lib/store';
import styles from './help-dialog.module.css';
import { Kbd } from './kbd';
import { activeShortcuts, shortcuts } from './registry';

/** Keys that every list and dialog has, beside those that pages bind. */
const always = [
  { combo: 'arrowup', label: '上一行' },
  { combo: 'arrowdown', label: '下一行' },
  { combo: 'enter', label: '打开这一行' },
  { combo: 'escape', label: '关闭对话框，不做任何改动' },
];

/** Lists what the keys do on this page. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  useStore(shortcuts);
  const bound = activeShortcuts();
  const groups = [...new Set(bound.map(({ group }) => group))].map((group) => ({
    group,
    keys: bound.filter((shortcut) => shortcut.group === group),
  }));
  return (
    <Modal title="键盘操作" open={open} onCancel={onClose} footer={null} width="46rem">
      <div className={styles.columns}>
        {[...groups, { group: '列表与对话框', keys: always }].map(({ group, keys }) => (
          <section key={group} className={styles.group}>
            <h2>{group}</h2>
            <dl>
              {keys.map(({ combo, label }) => (
                <Fragment key={combo}>
                  <dt>
                    <Kbd combo={combo} />
                    <span className="visually-hidden">{combo}</span>
                  </dt>
                  <dd>{label}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
