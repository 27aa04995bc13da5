import { useQueryClient } from '@tanstack/react-query';
import type { AskBody } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';
import { Button, NoticeBar, Section, SummaryList, VoicePlayer } from '@/components';
import { goAfresh, goBackOrHome } from '@/lib/go';
import { finishQuestion, useQuestion } from '../question';
import { clipIdOf } from '../voice-upload';

/** What is about to be sent, to be looked over; the voice goes first, then the question. */
export function SendQuestion({ shownIds }: { shownIds: string[] }) {
  const { text, matter, recording } = useQuestion();
  const client = useQueryClient();
  const send = useAct(
    async (body: AskBody, key) => api.help.ask({ body: { ...body, voiceClipId: await clipIdOf(recording) } }, key),
    {
      onDone: async ({ id }) => {
        finishQuestion();
        goAfresh('help/sent', { helpRequestId: id });
        await client.invalidateQueries({ queryKey: keys.help });
      },
    },
  );
  const submit = () => send.run({ text: text || undefined, matterId: matter?.id, shownIds });
  const rows = [
    { label: '文字', value: text || '没有写', onChange: goBackOrHome },
    {
      label: '录音',
      value: recording ? (
        <VoicePlayer src={recording.path} durationMs={recording.durationMs} label="您的录音" />
      ) : (
        '没有录'
      ),
      onChange: goBackOrHome,
    },
    { label: '相关事项', value: matter?.name ?? '没有选', onChange: goBackOrHome },
  ];
  return (
    <Section title="没有解决？发给工作人员">
      <SummaryList rows={rows} />
      {send.problem && <NoticeBar tone="error" text={send.problem} />}
      <NoticeBar text="只有您和解答的工作人员能看到这个问题。" />
      <Button id="ask-send" busy={send.busy} busyText="正在发送…" onPress={submit}>
        发送提问
      </Button>
    </Section>
  );
}
