import { View } from '@tarojs/components';
import { type HelpDetailView, type HelpStatus, helpStatusNames } from '@yiyun/shared';
import { api } from '@/api/client';
import { History, NoticeBar, ReferenceNumber, Section, Status } from '@/components';
import { a11y } from '@/lib/a11y';
import { toast } from '@/state/toast';
import { helpNews, helpTones } from '../help-words';
import { Close } from './Close';
import { FollowUp } from './FollowUp';
import { Post } from './Post';
import { useHelpAct } from './use-help-act';
import { Visibility } from './Visibility';
import './Question.scss';

/** The next step is an officer's. */
const WAITS: readonly HelpStatus[] = ['open', 'claimed', 'reopened'];

export function Question({ question }: { question: HelpDetailView }) {
  const { id, version, status, title, matterName, referenceNo, availableActions, posts, timeline } = question;
  const can = (action: (typeof availableActions)[number]) => availableActions.includes(action);
  const accept = useHelpAct(
    id,
    (postId: string, key) => api.help.acceptAnswer({ params: { helpRequestId: id }, body: { version, postId } }, key),
    () => toast('已采纳这条答复'),
  );
  return (
    <>
      <View className="question-head">
        <View className="question-head__title" {...a11y({ role: 'heading', level: 2 })}>
          {title}
        </View>
        <Status tone={helpTones[status]}>{helpStatusNames[status]}</Status>
      </View>
      {matterName && <View className="question-head__matter">{matterName}</View>}
      <NoticeBar text={helpNews[status]} />
      {accept.problem && <NoticeBar tone="error" text={accept.problem} />}
      {posts.map((post) => (
        <Post
          key={post.id}
          post={post}
          busy={accept.busy}
          onAccept={can('accept') && post.kind === 'answer' ? () => accept.run(post.id) : undefined}
        />
      ))}
      {can('reopen') && <FollowUp question={question} />}
      <Visibility question={question} />
      {can('close') && <Close question={question} />}
      <ReferenceNumber id="copy-question-no" label="提问编号" number={referenceNo} />
      <Section title="经过">
        <History label="提问的经过" steps={timeline} end={WAITS.includes(status) ? 'open' : 'closed'} />
      </Section>
    </>
  );
}
