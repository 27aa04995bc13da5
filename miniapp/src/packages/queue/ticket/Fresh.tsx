import { View } from '@tarojs/components';
import { NoticeBar } from '@/components';
import { sayAge } from '@/lib/time';
import { useNow } from '@/lib/use-now';
import './Fresh.scss';

const TICK_MS = 5000;
const OLD_MS = 30_000;

/** How old what is shown is; said loudly when it can't be fetched again. */
export function Fresh({ at, stale }: { at: number; stale: boolean }) {
  const age = Math.max(0, useNow(TICK_MS) - at);
  if (stale && age > OLD_MS) {
    return <NoticeBar tone="attention" text={`连不上网络，这是${sayAge(age)}的情况。请同时看厅里的叫号屏，听叫号。`} />;
  }
  return <View className="fresh">{`${sayAge(age)}更新，每 5 秒自动更新`}</View>;
}
