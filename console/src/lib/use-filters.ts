import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Filters of a page, kept in its address: they survive a reload, can be linked to, and the way back finds them again.
 * A filter that has its default (or is blank) is left out of the address.
 */
export function useFilters<Filters extends Record<string, string>>(
  defaults: Filters,
): [Filters, (changed: Partial<Filters>) => void] {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const names = JSON.stringify(defaults);
  const filters = useMemo(() => {
    const given = new URLSearchParams(text);
    const base = JSON.parse(names) as Filters;
    const entries = Object.entries(base).map(([name, fallback]) => [name, given.get(name) ?? fallback]);
    return Object.fromEntries(entries) as Filters;
  }, [text, names]);
  const change = useCallback(
    (changed: Partial<Filters>) =>
      setParams(
        (last) => {
          const next = new URLSearchParams(last);
          const base = JSON.parse(names) as Filters;
          for (const [name, value] of Object.entries(changed)) {
            if (value === undefined || value === base[name]) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams, names],
  );
  return [filters, change];
}
