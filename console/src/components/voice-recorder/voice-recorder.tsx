import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { clipLength } from '../../lib/time';
import { AudioPlayer } from '../audio-player/audio-player';
import { KeyButton } from '../key-button';
import { barsOf } from './levels';
import { MAX_RECORDING_MS, MIN_RECORDING_MS, type Recording, useRecorder } from './use-recorder';
import styles from './voice-recorder.module.css';

const BARS = 72;

export interface VoiceRecorderProps {
  /** Whose recording of what: 语音答复. */
  label: string;
  recording?: Recording;
  onChange: (recording: Recording | undefined) => void;
  combo?: string;
}

/** Records a voice: level and time while it runs; afterwards one listens, keeps it, or records anew. */
export function VoiceRecorder({ label, recording, onChange, combo }: VoiceRecorderProps) {
  const [isTooShort, setTooShort] = useState(false);
  const recorder = useRecorder((made) => {
    const isEnough = made.durationMs >= MIN_RECORDING_MS;
    setTooShort(!isEnough);
    onChange(isEnough ? made : undefined);
  });
  if (recording) return <Recorded label={label} recording={recording} onDrop={() => onChange(undefined)} />;
  const isRecording = recorder.state === 'recording';
  return (
    <fieldset className={styles.box}>
      <legend className="visually-hidden">{label}</legend>
      <KeyButton
        label={isRecording ? '停止录音' : '录一段语音'}
        combo={combo}
        danger={isRecording}
        loading={recorder.state === 'asking'}
        onClick={isRecording ? recorder.stop : recorder.start}
      />
      {isRecording && (
        <>
          <meter className={styles.level} aria-label="音量" min={0} max={1} value={recorder.level} />
          <span className="tabular">
            {clipLength(recorder.elapsedMs)} / {clipLength(MAX_RECORDING_MS)}
          </span>
        </>
      )}
      <span role="status">
        {isRecording && <span className="visually-hidden">正在录音</span>}
        {isTooShort && !isRecording && '录音太短，请再录一遍。'}
        {recorder.state === 'refused' && '浏览器不允许使用麦克风。请在地址栏左侧的网站设置中允许，或只用文字答复。'}
        {recorder.state === 'missing' && '这台电脑上没有可用的麦克风。可以只用文字答复。'}
      </span>
    </fieldset>
  );
}

interface RecordedProps {
  label: string;
  recording: Recording;
  onDrop: () => void;
}

function Recorded({ label, recording, onDrop }: RecordedProps) {
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(recording.blob);
    setSrc(url);
    return () => URL.revokeObjectURL(url);
  }, [recording]);
  const peaks = useMemo(() => barsOf(recording.levels, BARS), [recording]);
  if (!src) return null;
  return (
    <div className={styles.recorded}>
      <AudioPlayer label={`${label}（还没有发出）`} src={src} durationMs={recording.durationMs} peaks={peaks} />
      <Button size="small" onClick={onDrop}>
        删除，重新录
      </Button>
    </div>
  );
}
