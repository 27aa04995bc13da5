import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';

/** Holidays and make-up days of a year, and how far the calendar reaches. */
export const useCalendar = (year: number) =>
  useQuery({
    queryKey: keys.calendar(year),
    queryFn: () => api.halls.calendar({ query: { year } }),
    staleTime: 600_000,
  });
