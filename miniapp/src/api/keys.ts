/** Names of what is fetched, so that whoever changes something can say what has to be fetched again. */
export const keys = {
  me: ['me'] as const,
  halls: ['halls'] as const,
  hall: (id: string) => ['halls', id] as const,
  matter: (id: string) => ['matters', id] as const,
  slots: (hallId: string, matterId: string) => ['slots', hallId, matterId] as const,
  appointments: ['appointments'] as const,
  appointment: (id: string) => ['appointments', id] as const,
  cases: ['cases'] as const,
  case: (id: string) => ['cases', id] as const,
  notices: ['notices'] as const,
  messages: ['messages'] as const,
  help: ['help'] as const,
  helpRequest: (id: string) => ['help', id] as const,
  records: ['records'] as const,
};
