import { useQueryClient } from '@tanstack/react-query';
import type { VoiceClipView } from '@yiyun/shared';
import { useMemo, useState } from 'react';
import { keys } from '../../../api/keys';
import { AudioPlayer } from '../../../components/audio-player/audio-player';

interface VoiceClipProps {
  label: string;
  clip: VoiceClipView;
  helpRequestId: string;
  combo?: string;
}

/**
 * Plays a recording of a question. Each reading of the question signs another link; the first one is kept, so that
 * nothing interrupts the playing, and given up when it no longer works.
 */
export function VoiceClip({ label, clip, helpRequestId, combo }: VoiceClipProps) {
  const client = useQueryClient();
  const [url, setUrl] = useState(clip.url);
  const [isExpired, setExpired] = useState(false);
  if (isExpired && clip.url !== url) {
    setUrl(clip.url);
    setExpired(false);
  }
  const onFailed = () => {
    setExpired(true);
    void client.invalidateQueries({ queryKey: keys.question(helpRequestId) });
  };
  const peaks = useMemo(() => (clip.peaks.length > 0 ? clip.peaks.map((peak) => peak / 100) : undefined), [clip.peaks]);
  return (
    <AudioPlayer label={label} src={url} durationMs={clip.durationMs} peaks={peaks} combo={combo} onFailed={onFailed} />
  );
}
