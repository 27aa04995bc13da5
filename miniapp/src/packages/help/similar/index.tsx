import { useState } from 'react';
import { Button, Empty, NoticeBar, Page } from '@/components';
import { goInstead, goTab } from '@/lib/go';
import { SignedIn } from '@/session/SignedIn';
import { useQuestion } from '../question';
import { SendQuestion } from './SendQuestion';
import { SimilarAnswers } from './SimilarAnswers';

/** Before sending: what others asked already, and what is about to be sent. */
export default function Similar() {
  const { text, recording } = useQuestion();
  const [solved, setSolved] = useState(false);
  const [shownIds, setShownIds] = useState<string[]>([]);
  const asked = text !== '' || recording !== undefined;
  return (
    <Page title={solved ? '问题解决了' : text ? '先看看这些答案' : '核对后发送'}>
      <SignedIn why="登录后提问，工作人员的答复才能送到您手里。" upTo="consent">
        {() =>
          solved ? (
            <Solved />
          ) : asked ? (
            <>
              {text ? (
                <SimilarAnswers text={text} onShown={setShownIds} onSolved={() => setSolved(true)} />
              ) : (
                <NoticeBar text="您只录了音，没有写字，我们没法先帮您找相似的答案。可以直接发送，也可以返回写一句话。" />
              )}
              <SendQuestion shownIds={shownIds} />
            </>
          ) : (
            <Empty icon="question" title="还没有写下问题">
              <Button onPress={() => goInstead('help/ask')}>去提问</Button>
            </Empty>
          )
        }
      </SignedIn>
    </Page>
  );
}

function Solved() {
  return (
    <Empty icon="check" title="很高兴帮到您" note="问题没有发送。以后遇到新问题，随时再问。">
      <Button onPress={() => goTab('home')}>回首页</Button>
    </Empty>
  );
}
