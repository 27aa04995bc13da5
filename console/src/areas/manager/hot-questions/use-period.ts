import { localDateOf } from '@yiyun/shared';
import { useLocation } from 'react-router';
import { now } from '../../../lib/clock';
import { useFilters } from '../../../lib/use-filters';
import { type Period, presetsOf } from './period';

/** The period (and search) in the page's address; the last 12 weeks when it names none. */
export function usePeriod() {
  const usual = presetsOf(localDateOf(now()))[1]?.period as Period;
  const [{ from, until, q }, change] = useFilters({ from: usual.fromOn, until: usual.untilOn, q: '' });
  const { search } = useLocation();
  return { period: { fromOn: from, untilOn: until } satisfies Period, q, change, search };
}
