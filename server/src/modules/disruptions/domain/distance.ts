/** A place on the map, in WGS-84 degrees × 1,000,000. */
export interface OnMap {
  readonly latitudeE6: number;
  readonly longitudeE6: number;
}

const METRES_A_DEGREE = 111_195;

/** Metres between two places of one city, as the crow flies: the earth is flat enough there. */
export function metresBetween(a: OnMap, b: OnMap): number {
  const middle = (((a.latitudeE6 + b.latitudeE6) / 2e6) * Math.PI) / 180;
  const north = (a.latitudeE6 - b.latitudeE6) / 1e6;
  const east = ((a.longitudeE6 - b.longitudeE6) / 1e6) * Math.cos(middle);
  return Math.round(Math.hypot(north, east) * METRES_A_DEGREE);
}
