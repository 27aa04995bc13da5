import { keyCaps } from './combo';
import styles from './kbd.module.css';

/** Key caps, for eyes only: the control itself carries `aria-keyshortcuts`. */
export function Kbd({ combo }: { combo: string }) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {keyCaps(combo).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
