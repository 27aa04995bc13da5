import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';

/** Whether one may book now, and what counts against it. */
export const useStanding = () => useQuery({ queryKey: keys.standing, queryFn: () => api.appointments.standing() });
