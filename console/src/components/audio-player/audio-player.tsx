import { Button } from 'antd';
import { clipLength } from '../../lib/time';
import { KeyButton } from '../key-button';
import styles from './audio-player.module.css';
import { useAudio } from './use-audio';
import { Waveform } from './waveform';

const RATES = [1, 1.25, 1.5, 0.75] as const;

export interface AudioPlayerProps {
  /** Whose recording of what: 张三的提问. */
  label: string;
  src: string;
  durationMs: number;
  /** Loudness 0…1 over time; read from the recording itself when not given. */
  peaks?: readonly number[];
  /** A key for play and pause, such as 'alt+p'. */
  combo?: string;
  /** Called when it can't be played, for example because a signed link has run out. */
  onFailed?: () => void;
}

/** Plays a recording: play and pause, position, speed; every part by keyboard. */
export function AudioPlayer({ label, src, durationMs, peaks, combo, onFailed }: AudioPlayerProps) {
  const audio = useAudio(src, durationMs, onFailed);
  const nextRate = RATES[(RATES.findIndex((rate) => rate === audio.rate) + 1) % RATES.length] ?? 1;
  const isPlaying = audio.state === 'playing';
  return (
    <fieldset className={styles.box}>
      <legend className="visually-hidden">录音：{label}</legend>
      <KeyButton
        label={isPlaying ? '暂停' : '播放'}
        combo={combo}
        type={isPlaying ? 'default' : 'primary'}
        loading={audio.state === 'loading'}
        onClick={audio.toggle}
      />
      <Waveform src={src} peaks={peaks} positionMs={audio.positionMs} durationMs={durationMs} onSeek={audio.seek} />
      <span className={styles.clock}>
        {clipLength(audio.positionMs)} / {clipLength(durationMs)}
      </span>
      <Button
        size="small"
        aria-label={`语速 ${audio.rate} 倍，改为 ${nextRate} 倍`}
        onClick={() => audio.setRate(nextRate)}
      >
        {audio.rate}×
      </Button>
      {audio.state === 'failed' && (
        <span role="alert" className={styles.failed}>
          录音没能播放，请再按一次播放。
        </span>
      )}
    </fieldset>
  );
}
