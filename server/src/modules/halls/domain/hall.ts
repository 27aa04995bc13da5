import type { MatterGroup, WeeklyHours } from '@yiyun/shared';

export interface ServiceWindow {
  readonly id: string;
  readonly label: string;
  /** Categories of matters that are served there. */
  readonly skills: readonly string[];
  readonly active: boolean;
}

/** A tax service hall. Coordinates in WGS-84 degrees × 1,000,000. */
export interface Hall {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly address: string;
  readonly telephone: string;
  readonly latitudeE6: number;
  readonly longitudeE6: number;
  /** Monday first. */
  readonly weekly: WeeklyHours;
  readonly guide: string;
  /** Places for each half hour. */
  readonly capacitySimple: number;
  readonly capacityComplex: number;
  readonly sampleNote: string | null;
  readonly windows: readonly ServiceWindow[];
}

/** Places that the hall gives out for each half hour and group of matters. */
export const capacityOf = (hall: Pick<Hall, 'capacitySimple' | 'capacityComplex'>, group: MatterGroup): number =>
  group === 'simple' ? hall.capacitySimple : hall.capacityComplex;
