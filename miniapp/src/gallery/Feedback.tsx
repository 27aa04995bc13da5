import { useState } from 'react';
import { Button, Empty, ErrorState, NoticeBar, Skeleton, VoicePlayer, VoiceRecorderPanel } from '@/components';
import type { Recording } from '@/platform/recorder/types';

export function Feedback() {
  const [recording, setRecording] = useState<Recording>();
  return (
    <>
      <VoiceRecorderPanel recording={recording} onChange={setRecording} />
      <VoicePlayer src="" durationMs={65_000} label="税务人员的回答" />
      <NoticeBar text="本周六上午系统升级，暂停网上预约。" />
      <NoticeBar tone="done" text="预约已提交，结果会发到您的消息里。" />
      <NoticeBar tone="error" text="没有提交成功，您填写的内容都还在。" />
      <Skeleton rows={2} />
      <Empty icon="calendar" title="还没有预约" note="选一件要办的事，就可以预约。">
        <Button>去预约</Button>
      </Empty>
      <ErrorState onRetry={() => undefined} />
    </>
  );
}
