/** See check-dist.cjs. */
export function checkDist(
  root: string,
  platform: 'weapp' | 'h5',
): { faults: string[]; sizes: Record<string, number | undefined> };
