import type { LiveEvent } from '@yiyun/shared';

/** Something that happened, in the past tense. It names things by id and holds nothing personal. */
export interface DomainEvent extends LiveEvent {
  id: string;
  /** The citizen whom it concerns, if any. */
  citizenId: string | null;
  /** Ids and codes that a listener needs besides. */
  data: Readonly<Record<string, string | number | boolean | null>>;
}
export type NewEvent = Omit<DomainEvent, 'id' | 'at' | 'data' | 'citizenId'> &
  Partial<Pick<DomainEvent, 'data' | 'citizenId'>>;
