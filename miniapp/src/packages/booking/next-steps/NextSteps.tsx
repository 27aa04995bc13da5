import { useSettings } from '@/state/settings';
import type { Full } from './full';
import { OtherHalls } from './OtherHalls';
import { OtherTimes } from './OtherTimes';
import { Wait } from './Wait';

/** Everything that can be done about a time that is full: another time, another hall, or waiting for this one. */
export function NextSteps({ full }: { full: Full }) {
  const elder = useSettings((settings) => settings.elder);
  const most = elder ? 2 : 3;
  return (
    <>
      <OtherTimes full={full} most={most} />
      <Wait full={full} />
      <OtherHalls full={full} most={most} />
    </>
  );
}
