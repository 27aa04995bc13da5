import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { a11y } from '@/lib/a11y';
import { sayClock, sayDuration } from '@/lib/time';
import { play } from '@/platform/player';
import { Pressable } from '../actions/Pressable';
import { Icon } from './Icon';
import './VoicePlayer.scss';

interface VoicePlayerProps {
  /** A local file, or a signed address: WeChat's audio sends no headers. */
  src: string;
  durationMs: number;
  /** Whose voice: 您的提问, 税务人员的回答. */
  label: string;
}

export function VoicePlayer({ src, durationMs, label }: VoicePlayerProps) {
  const [positionMs, setPositionMs] = useState<number>();
  const [failed, setFailed] = useState(false);
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), [src]);

  const playing = positionMs !== undefined;
  const toggle = () => {
    if (playing) return stop.current?.();
    setFailed(false);
    setPositionMs(0);
    stop.current = play(src, {
      onPlaying: () => setPositionMs(0),
      onProgress: setPositionMs,
      onEnd: () => setPositionMs(undefined),
      onFault: () => {
        setPositionMs(undefined);
        setFailed(true);
      },
    });
  };
  const share = playing ? Math.min(1, positionMs / Math.max(1, durationMs)) : 0;

  return (
    <View className="voice-player">
      <View className="voice-player__row">
        <Pressable
          className="voice-player__button"
          label={playing ? `停止播放${label}` : `播放${label}，${sayDuration(durationMs)}`}
          onPress={toggle}
        >
          <Icon name={playing ? 'stop' : 'play'} />
        </Pressable>
        <View className="voice-player__track">
          <View className="voice-player__played" style={{ width: `${Math.round(share * 100)}%` }} />
        </View>
        <View className="voice-player__time" {...a11y({ hidden: true })}>
          {sayClock(playing ? durationMs - positionMs : durationMs)}
        </View>
      </View>
      <View {...a11y({ live: 'polite' })}>
        {failed && <View className="voice-player__fault">播放不了，请检查网络后再试一次。</View>}
      </View>
    </View>
  );
}
