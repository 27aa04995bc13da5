import { useQuery } from '@tanstack/react-query';
import type { SimilarView } from '@yiyun/shared';
import { useEffect, useState } from 'react';
import { api } from '@/api/client';
import { useAct } from '@/api/use-act';
import { Button, Card, Empty, Loaded, NoticeBar } from '@/components';
import { KnowledgeText } from '../KnowledgeText';
import { QuestionRow } from '../QuestionRow';
import { finishQuestion } from '../question';

/** What the server reads of a question when it looks for similar ones. */
const SEARCHED = 200;

interface SimilarAnswersProps {
  text: string;
  onShown: (ids: string[]) => void;
  onSolved: () => void;
}

/** Answered questions that are close to this one; whoever finds the answer there need not wait for another. */
export function SimilarAnswers({ text, onShown, onSolved }: SimilarAnswersProps) {
  const [openId, setOpenId] = useState<string>();
  const query = useQuery({
    queryKey: ['similar', text],
    queryFn: () => api.help.similar({ query: { q: Array.from(text).slice(0, SEARCHED).join('') } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const found = query.data;
  useEffect(() => {
    if (found) onShown(found.map(({ id }) => id));
  }, [found, onShown]);
  const solve = useAct((helpfulId: string, key) => api.help.deflect({ body: { text, helpfulId } }, key), {
    onDone: () => {
      onSolved();
      finishQuestion();
    },
  });

  return (
    <>
      {solve.problem && <NoticeBar tone="error" text={solve.problem} />}
      <Loaded query={query}>
        {(answers) =>
          answers.length === 0 ? (
            <Empty icon="question" title="没有相似的问题" note="发送后由工作人员为您解答。" />
          ) : (
            answers.map((answer) => (
              <Answer
                key={answer.id}
                answer={answer}
                open={answer.id === openId}
                busy={solve.busy}
                onToggle={() => setOpenId(answer.id === openId ? undefined : answer.id)}
                onSolved={() => solve.run(answer.id)}
              />
            ))
          )
        }
      </Loaded>
    </>
  );
}

interface AnswerProps {
  answer: SimilarView;
  open: boolean;
  busy: boolean;
  onToggle: () => void;
  onSolved: () => void;
}

function Answer({ answer, open, busy, onToggle, onSolved }: AnswerProps) {
  return (
    <Card tone="quiet">
      <QuestionRow id={`similar-${answer.id}`} answer={answer} open={open} onPress={onToggle} />
      {open && (
        <>
          <KnowledgeText knowledge={answer} />
          <Button kind="secondary" icon="check" id={`solved-${answer.id}`} busy={busy} onPress={onSolved}>
            已解决，不发送了
          </Button>
        </>
      )}
    </Card>
  );
}
