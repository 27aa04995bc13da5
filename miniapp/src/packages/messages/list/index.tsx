import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import type { MessageView } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';
import { usePages } from '@/api/use-pages';
import { useFreshOnShow } from '@/api/use-refresh';
import { Button, Cell, Empty, NoticeBar, Page, Paged, Tag } from '@/components';
import { now } from '@/lib/clock';
import { go } from '@/lib/go';
import { sayWhen } from '@/lib/time';
import { SignedIn } from '@/session/SignedIn';
import { useUnread } from '@/session/use-unread';
import { toast } from '@/state/toast';

export default function Messages() {
  return (
    <Page title="我的消息">
      <SignedIn why="登录后可以看到发给您的消息。" upTo="consent">
        {() => <Inbox />}
      </SignedIn>
    </Page>
  );
}

function Inbox() {
  const client = useQueryClient();
  const unread = useUnread();
  const pages = usePages([...keys.messages, 'list'], (cursor) => api.messaging.inbox({ query: { cursor } }));
  useFreshOnShow(keys.messages);
  const again = () => client.invalidateQueries({ queryKey: keys.messages });
  const read = useAct((messageId: string, key) => api.messaging.read({ params: { messageId } }, key), {
    onDone: again,
  });
  const readAll = useAct((_: undefined, key) => api.messaging.readAll({}, key), {
    onDone: async () => {
      toast('全部标为已读');
      await again();
    },
  });
  const open = (message: MessageView) => {
    if (message.readAt === null) read.run(message.id);
    // What it tells of has changed: nothing that is kept of it counts as fresh.
    void client.invalidateQueries({ refetchType: 'none' });
    wayTo(message)?.();
  };
  return (
    <>
      {readAll.problem && <NoticeBar tone="error" text={readAll.problem} />}
      {unread > 0 && (
        <Button kind="text" id="read-all" busy={readAll.busy} onPress={() => readAll.run(undefined)}>
          {`全部标为已读（${unread}条）`}
        </Button>
      )}
      <Paged
        pages={pages}
        id="messages"
        empty={<Empty icon="bell" title="还没有消息" note="预约、办件和提问有变化时，会在这里告诉您。" />}
      >
        {(messages) =>
          messages.map((message) => (
            <Cell
              key={message.id}
              id={`message-${message.id}`}
              title={message.title}
              note={<Note message={message} />}
              value={message.readAt === null ? <Tag>未读</Tag> : undefined}
              onPress={message.readAt === null || wayTo(message) ? () => open(message) : undefined}
            />
          ))
        }
      </Paged>
    </>
  );
}

function Note({ message: { body, sentAt } }: { message: MessageView }) {
  return (
    <>
      <View>{body}</View>
      <View>{sayWhen(sentAt, now())}</View>
    </>
  );
}

/** Where the thing is that a message is about; undefined when there is nothing to open. */
function wayTo({ subjectKind, subjectId }: MessageView): (() => void) | undefined {
  if (subjectKind === 'account') return () => go('account/profile');
  if (subjectId === null) return undefined;
  switch (subjectKind) {
    case 'appointment':
      return () => go('booking/detail', { appointmentId: subjectId });
    case 'waitlist':
      return () => go('booking/waitlist');
    case 'ticket':
      return () => go('queue/ticket', { ticketId: subjectId });
    case 'disruption':
      return () => go('disruptions/offer', { affectedPartyId: subjectId });
    case 'case':
      return () => go('cases/detail', { caseId: subjectId });
    case 'help':
      return () => go('help/detail', { helpRequestId: subjectId });
    case 'notice':
      return () => go('notices/detail', { noticeId: subjectId });
  }
}
