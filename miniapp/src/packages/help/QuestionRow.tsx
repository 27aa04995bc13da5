import { View } from '@tarojs/components';
import type { KnowledgeView } from '@yiyun/shared';
import { Icon, Pressable } from '@/components';
import './QuestionRow.scss';

interface QuestionRowProps {
  id: string;
  answer: KnowledgeView;
  open: boolean;
  onPress: () => void;
}

/** The head of an answer that opens in place. */
export function QuestionRow({ id, answer, open, onPress }: QuestionRowProps) {
  return (
    <Pressable id={id} className="question-row" expanded={open} onPress={onPress}>
      <View className="question-row__words">
        <View className="question-row__question">{answer.question}</View>
        {!open && <View className="question-row__excerpt">{answer.answer}</View>}
      </View>
      <Icon name="down" size="small" className={open ? 'question-row__mark is-open' : 'question-row__mark'} />
    </Pressable>
  );
}
