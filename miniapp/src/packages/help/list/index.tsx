import { type HelpSummaryView, helpStatusNames, sayReferenceNo } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import { useFreshOnShow } from '@/api/use-refresh';
import { BottomBar, Button, Cell, Empty, Page, Paged, Status } from '@/components';
import { now } from '@/lib/clock';
import { go } from '@/lib/go';
import { sayWhen } from '@/lib/time';
import { SignedIn } from '@/session/SignedIn';
import { helpTones } from '../help-words';

export default function MyQuestions() {
  return (
    <Page
      title="我的提问"
      bottom={
        <BottomBar>
          <Button id="ask-new" icon="mic" onPress={() => go('help/ask')}>
            我要提问
          </Button>
        </BottomBar>
      }
    >
      <SignedIn why="登录后可以看到您的提问和答复。" upTo="consent">
        {() => <Questions />}
      </SignedIn>
    </Page>
  );
}

function Questions() {
  const pages = usePages([...keys.help, 'mine'], (cursor) => api.help.mine({ query: { cursor } }));
  useFreshOnShow([...keys.help, 'mine']);
  const empty = <Empty icon="question" title="还没有提过问题" note="说一段话就能问，有工作人员答复您。" />;
  return (
    <Paged pages={pages} id="questions" empty={empty}>
      {(questions) => questions.map((question) => <QuestionCell key={question.id} question={question} />)}
    </Paged>
  );
}

function QuestionCell({ question }: { question: HelpSummaryView }) {
  const { id, referenceNo, status, title, hasVoice, matterName, visibility, askedAt } = question;
  const note = [
    sayWhen(askedAt, now()),
    hasVoice && '有录音',
    matterName,
    visibility === 'public' && '已公开',
    sayReferenceNo(referenceNo),
  ];
  return (
    <Cell
      id={`question-${id}`}
      title={title}
      note={note.filter(Boolean).join(' · ')}
      value={<Status tone={helpTones[status]}>{helpStatusNames[status]}</Status>}
      onPress={() => go('help/detail', { helpRequestId: id })}
    />
  );
}
