import { useEffect, useState } from 'react';

const keyOf = (name: string) => `yiyun.console.draft.${name}`;

/** Text that one is writing, kept in this tab until it is sent: a reload or a wrong click loses nothing. */
export function useDraft(name: string, initial = ''): [string, (text: string) => void] {
  const key = keyOf(name);
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? initial);
  useEffect(() => {
    if (text === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  }, [key, text]);
  return [text, setText];
}

/** The same for the values of a whole form; `undefined` forgets them. */
export function useStoredDraft<Values extends object>(
  name: string,
  blank: Values,
): [Values, (values: Values | undefined) => void] {
  const [text, setText] = useDraft(name);
  const values = text === '' ? blank : (JSON.parse(text) as Values);
  return [values, (next) => setText(next ? JSON.stringify(next) : '')];
}
