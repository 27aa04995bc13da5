import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { Outlet } from 'react-router';
import { api } from '../api/client';
import { asFailure } from '../api/errors';
import { keys } from '../api/keys';
import { ErrorResult } from '../components/error-result';
import { Page } from '../layout/page';
import { createStore, useStore } from '../lib/store';
import { hasRole, useMe } from './me';

/** A hall as one chooses it. */
export interface HallChoice {
  id: string;
  name: string;
}

interface Halls {
  /** Those whose business the person may read. */
  choices: readonly HallChoice[];
  current?: HallChoice;
  isLoading: boolean;
  error?: unknown;
}

const KEY = 'yiyun.console.hall';
const chosen = createStore<string | null>(localStorage.getItem(KEY));
const HallsContext = createContext<Halls>({ choices: [], isLoading: true });

/** Goes to another hall; remembered on this computer. */
export function chooseHall(id: string): void {
  localStorage.setItem(KEY, id);
  chosen.set(id);
}

/** Officers choose among their halls, managers among all. */
export function HallProvider({ children }: { children: ReactNode }) {
  const me = useMe();
  const seesAll = hasRole(me, ['manager']);
  const all = useQuery({ queryKey: keys.halls, queryFn: () => api.halls.list(), enabled: seesAll, staleTime: 600_000 });
  const wanted = useStore(chosen);
  const value = useMemo<Halls>(() => {
    const choices = seesAll ? (all.data ?? []) : me.halls;
    const own = choices.find(({ id }) => id === me.halls[0]?.id);
    const current = choices.find(({ id }) => id === wanted) ?? own ?? choices[0];
    return { choices, current, isLoading: seesAll && all.isPending, error: seesAll ? all.error : undefined };
  }, [seesAll, all.data, all.isPending, all.error, me.halls, wanted]);
  return <HallsContext.Provider value={value}>{children}</HallsContext.Provider>;
}

export const useHalls = (): Halls => useContext(HallsContext);

/** The hall whose business is shown; only on pages below `NeedsHall`. */
export function useHall(): HallChoice {
  const { current } = useHalls();
  if (!current) throw new Error('useHall outside NeedsHall');
  return current;
}

/** Pages inside show one hall's business; without a hall one reads why, and whom to ask. */
export function NeedsHall() {
  const { current, isLoading, error } = useHalls();
  if (current) return <Outlet />;
  if (isLoading) return null;
  if (error) return <ErrorResult title="没能读取办税服务厅" error={asFailure(error)} />;
  return (
    <Page title="还没有分配办税服务厅" lead="您的账号没有所属的办税服务厅，看不到预约和办件。请联系管理员分配。" />
  );
}
