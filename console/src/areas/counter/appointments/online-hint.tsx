import { KeyButton } from '../../../components/key-button';
import { StatusTag } from '../../../components/status-tag';
import styles from './appointment-panel.module.css';

interface OnlineHintProps {
  hint: string;
  name: string;
  onSteer: () => void;
}

/** Before one confirms: the matter can be done online. One offers that with a ready reason, or confirms all the same. */
export function OnlineHint({ hint, name, onSteer }: OnlineHintProps) {
  return (
    <section className={styles.hint} aria-label="可以网上办理">
      <StatusTag tone="attention">可以网上办理</StatusTag>
      <p>{hint}</p>
      <p>不需要到厅的，请{name}网上办；不会操作、网上没办成或要递交原件的，照常确认。</p>
      <KeyButton size="small" label="请他网上办理" combo="alt+o" onClick={onSteer} />
    </section>
  );
}
