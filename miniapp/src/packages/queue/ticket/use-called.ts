import type { LiveTicketView } from '@yiyun/shared';
import { useEffect, useRef } from 'react';
import { announce } from '@/platform/announce';
import { useSettings } from '@/state/settings';

const NEAR = 3;

/** Makes itself noticed when the number is called, or called again, and once when few are ahead. */
export function useCalled({ number, status, window, aheadCount, recallCount, notifyWhenNear }: LiveTicketView): void {
  const elder = useSettings((settings) => settings.elder);
  const label = window?.label ?? '窗口';
  const near = status === 'waiting' && notifyWhenNear && aheadCount !== null && aheadCount <= NEAR;
  const first = useRef(true);
  useEffect(() => {
    if (status === 'called') announce(`${number}号，请到${label}`, elder);
  }, [status, recallCount]);
  useEffect(() => {
    // What is so already when the page opens is read, not announced.
    if (near && !first.current) announce(`${number}号，前面不到${NEAR + 1}位了，请回到厅里`, elder);
    first.current = false;
  }, [near]);
}
