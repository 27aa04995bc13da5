import type { Place } from '@/platform/location';

const EARTH_METRES = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in metres between a place and a hall (degrees × 1,000,000, WGS-84). */
export function distanceMetres(place: Place, hall: { latitudeE6: number; longitudeE6: number }): number {
  const [lat1, lat2] = [radians(place.latitude), radians(hall.latitudeE6 / 1e6)];
  const dLat = lat2 - lat1;
  const dLon = radians(hall.longitudeE6 / 1e6 - place.longitude);
  const a = Math.sin(dLat / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(a));
}

/** '800 米', '2.1 公里' */
export const sayDistance = (metres: number): string =>
  metres < 1000 ? `${Math.round(metres / 50) * 50} 米` : `${(metres / 1000).toFixed(1)} 公里`;
