import { api } from '@/api/client';
import { usePages } from '@/api/use-pages';
import { Empty, Paged } from '@/components';
import { AnswerCell } from './AnswerCell';

export function AllAnswers() {
  const pages = usePages(['knowledge-list'], (cursor) => api.help.knowledge({ query: { cursor } }));
  return (
    <Paged pages={pages} id="answers" rows={6} empty={<Empty icon="question" title="还没有整理好的答案" />}>
      {(answers) => answers.map((answer) => <AnswerCell key={answer.id} answer={answer} />)}
    </Paged>
  );
}
