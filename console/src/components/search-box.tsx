import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Kbd } from '../shortcuts/kbd';
import { useShortcut } from '../shortcuts/use-shortcut';

const PAUSE_MS = 350;

export interface SearchBoxProps {
  /** What can be searched: 预约号或姓名. */
  label: string;
  value: string;
  onSearch: (text: string) => void;
}

/** A search field: it searches after a pause in typing, or at once on Enter; `/` goes to it. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const input = useRef<InputRef>(null);
  useShortcut('/', `搜索${label}`, () => input.current?.focus({ cursor: 'all' }));
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onSearch(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <Input
      ref={input}
      type="search"
      aria-label={`搜索${label}`}
      aria-keyshortcuts="/"
      placeholder={label}
      allowClear
      maxLength={50}
      style={{ width: '16rem' }}
      suffix={<Kbd combo="/" />}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={() => onSearch(text.trim())}
    />
  );
}
