import { describe, expect, it } from '@jest/globals';
import { metresBetween } from './distance.js';

const at = (latitude: number, longitude: number) => ({ latitudeE6: latitude * 1e6, longitudeE6: longitude * 1e6 });

describe('the distance of two halls', () => {
  it('is that on the earth, to within a few metres', () => {
    expect(metresBetween(at(29.8166, 121.5468), at(29.8166, 121.5468))).toBe(0);
    // By the haversine formula on a sphere of 6,371 km: 6,164 m.
    expect(Math.abs(metresBetween(at(29.8166, 121.5468), at(29.8663, 121.5752)) - 6_164)).toBeLessThan(20);
  });
});
