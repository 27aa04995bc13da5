import type { HallAppointmentsQuery, StaffAppointmentView } from '@yiyun/shared';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { type ListState, useCursorList } from '../../../api/use-cursor-list';
import { useHall } from '../../../session/hall';

/** Appointments of the hall that is shown; they follow live events. */
export function useAppointments(filters: HallAppointmentsQuery): ListState<StaffAppointmentView> {
  const { id: hallId } = useHall();
  return useCursorList(keys.appointments(hallId, filters), (cursor) =>
    api.appointments.hallList({ params: { hallId }, query: { limit: 50, ...filters, cursor } }),
  );
}
