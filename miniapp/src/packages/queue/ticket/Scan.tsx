import { useState } from 'react';
import { Button, NoticeBar } from '@/components';
import { goInstead } from '@/lib/go';
import { CAN_SCAN, scan } from '@/platform/scan';
import { tokenIn } from '../token';

/** Reads the code on a paper ticket, where the terminal has a camera of its own for it. */
export function Scan({ kind }: { kind: 'main' | 'secondary' }) {
  const [wrong, setWrong] = useState(false);
  if (!CAN_SCAN) return null;
  const read = () => {
    scan().then(
      (scanned) => {
        const token = tokenIn(scanned);
        setWrong(token === undefined);
        if (token !== undefined) goInstead('queue/ticket', { token });
      },
      () => setWrong(false),
    );
  };
  return (
    <>
      <Button kind={kind} id="scan-ticket" onPress={read}>
        扫号票上的二维码
      </Button>
      {wrong && <NoticeBar tone="attention" text="这不是号票上的二维码，请对准号票再扫一次。" />}
    </>
  );
}
