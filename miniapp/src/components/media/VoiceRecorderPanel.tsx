import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y';
import { sayClock } from '@/lib/time';
import type { RecorderFault, Recording } from '@/platform/recorder/types';
import { Button } from '../actions/Button';
import { Pressable } from '../actions/Pressable';
import { NoticeBar } from '../feedback/NoticeBar';
import { Icon } from './Icon';
import { useVoiceRecorder } from './use-voice-recorder';
import { VoicePlayer } from './VoicePlayer';
import './VoiceRecorderPanel.scss';

interface VoiceRecorderPanelProps {
  recording: Recording | undefined;
  /** undefined: the recording was thrown away. */
  onChange: (recording: Recording | undefined) => void;
  maxSeconds?: number;
}

const FAULTS: Record<RecorderFault, string> = {
  denied: '没有麦克风权限。请在设置里允许使用麦克风，或直接用文字提问。',
  unsupported: '这台设备不能录音，请直接用文字提问。',
  failed: '没有录上，请再试一次，或直接用文字提问。',
};

/** Press to speak, press to finish, listen to it, keep it or say it again. */
export function VoiceRecorderPanel({ recording, onChange, maxSeconds = 60 }: VoiceRecorderPanelProps) {
  const { phase, elapsedMs, fault, start, stop } = useVoiceRecorder(maxSeconds * 1000, onChange);
  if (recording && phase === 'idle') {
    return (
      <View className="voice-recorder">
        <VoicePlayer src={recording.path} durationMs={recording.durationMs} label="您的录音" />
        <Button kind="text" icon="trash" onPress={() => onChange(undefined)}>
          删除，重新录
        </Button>
      </View>
    );
  }
  const running = phase === 'recording';
  return (
    <View className="voice-recorder voice-recorder--empty">
      <Pressable
        className={`voice-recorder__press ${running ? 'is-running' : ''}`}
        label={running ? '说完了，停止录音' : '开始录音'}
        disabled={phase === 'starting'}
        tabStop
        onPress={running ? stop : start}
      >
        <Icon name={running ? 'stop' : 'mic'} size="large" />
      </Pressable>
      <View className="voice-recorder__word" {...a11y({ live: 'polite' })}>
        {running ? '正在录音，说完了请再按一下' : phase === 'starting' ? '正在打开麦克风…' : '按一下，开始说话'}
      </View>
      <View className="voice-recorder__time">
        {running ? `${sayClock(elapsedMs)} / ${sayClock(maxSeconds * 1000)}` : `最长 ${maxSeconds} 秒`}
      </View>
      {fault && <NoticeBar tone="attention" text={FAULTS[fault]} />}
    </View>
  );
}
