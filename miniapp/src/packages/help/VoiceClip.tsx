import { View } from '@tarojs/components';
import type { VoiceClipView } from '@yiyun/shared';
import { useRef } from 'react';
import { VoicePlayer } from '@/components';
import { now } from '@/lib/clock';
import './VoiceClip.scss';

/** A link lasts an hour; each answer of the server brings a new one, which would stop a clip that is playing. */
const KEPT_MS = 50 * 60_000;
const ORIGIN = API_BASE.replace(/\/api$/, '');

/** A recording that the server has: the player, and what was said as text where that is known. */
export function VoiceClip({ clip, label }: { clip: VoiceClipView; label: string }) {
  const link = useRef({ url: clip.url, at: now() });
  if (now() - link.current.at > KEPT_MS) link.current = { url: clip.url, at: now() };
  return (
    <View className="voice-clip">
      <VoicePlayer src={playable(link.current.url)} durationMs={clip.durationMs} label={label} />
      {clip.transcript && <View className="voice-clip__words">录音文字：{clip.transcript}</View>}
    </View>
  );
}

/** A mini-program is not served by the server: there a path needs its host in front. */
export const playable = (url: string): string => (url.startsWith('/') ? ORIGIN + url : url);
