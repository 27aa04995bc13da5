import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { now } from '../../lib/clock';

const READING_FOR_MS = 15_000;

interface RowProps {
  tabIndex: number;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onFocus: () => void;
  onClick: () => void;
}

/** The keyboard of a table. */
export interface RowKeys {
  /** Goes on the box around the table, with `onActivity` on its pointer and key events. */
  box: RefObject<HTMLDivElement>;
  onActivity: () => void;
  /** Whether a hand was on the table a moment ago. */
  isReading: () => boolean;
  rowProps: (key: string) => RowProps;
}

/** One tab stop for the whole table; ↑ ↓ Home End move between its rows, Enter (or a click) opens one. */
export function useRowKeys(keys: () => readonly string[], onOpen?: (key: string) => void): RowKeys {
  const box = useRef<HTMLDivElement>(null);
  const touchedAt = useRef(0);
  const [current, setCurrent] = useState<string>();

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, key: string) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpen?.(key);
      return;
    }
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('tr[data-row-key]') ?? [])];
    const at = rows.indexOf(event.currentTarget);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    rows[to]?.focus();
  };

  return {
    box,
    onActivity: () => {
      touchedAt.current = now();
    },
    isReading: () => now() - touchedAt.current < READING_FOR_MS,
    rowProps: (key) => {
      const all = keys();
      const tabStop = current !== undefined && all.includes(current) ? current : all[0];
      return {
        tabIndex: key === tabStop ? 0 : -1,
        onKeyDown: (event) => onKeyDown(event, key),
        onFocus: () => setCurrent(key),
        onClick: () => onOpen?.(key),
      };
    },
  };
}
