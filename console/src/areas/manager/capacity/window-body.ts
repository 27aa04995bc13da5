import type { ServiceWindowView, WindowBody } from '@yiyun/shared';
import { hoursText } from './hours';

/** A window as it is saved, unchanged. */
export const windowBody = (
  { id, label, skills, servesComplex, roster, bookablePercent, active }: ServiceWindowView,
  version: number,
): WindowBody => ({
  version,
  windowId: id,
  label,
  skills,
  servesComplex,
  roster: roster.map(hoursText),
  bookablePercent,
  active,
});
