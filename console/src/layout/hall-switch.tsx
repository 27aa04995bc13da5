import { Select } from 'antd';
import { chooseHall, useHalls } from '../session/hall';
import styles from './header.module.css';

/** The hall whose business is shown; a choice where there are several. */
export function HallSwitch() {
  const { choices, current } = useHalls();
  if (!current) return null;
  if (choices.length === 1) return <span className={styles.hall}>{current.name}</span>;
  return (
    <Select
      aria-label="办税服务厅"
      className={styles.hall}
      size="small"
      variant="filled"
      popupMatchSelectWidth={false}
      value={current.id}
      options={choices.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={chooseHall}
    />
  );
}
