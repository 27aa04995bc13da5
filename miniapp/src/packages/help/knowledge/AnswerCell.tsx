import type { KnowledgeView } from '@yiyun/shared';
import { Cell } from '@/components';
import { go } from '@/lib/go';

const SHOWN = 40;

export function AnswerCell({ answer }: { answer: KnowledgeView }) {
  const letters = Array.from(answer.answer.replace(/\s+/g, ' '));
  return (
    <Cell
      id={`answer-${answer.id}`}
      title={answer.question}
      note={letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : letters.join('')}
      onPress={() => go('help/article', { knowledgeId: answer.id })}
    />
  );
}
