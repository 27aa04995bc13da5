import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { a11y } from '@/lib/a11y';
import { useUid } from '@/lib/uid';
import { leadTo } from '@/platform/focus';
import { Pressable } from '../actions/Pressable';
import { Icon } from '../media/Icon';
import './ErrorSummary.scss';

export interface FieldError {
  /** Id of the field, where its link leads. */
  fieldId: string;
  /** In the same words as beside the field. */
  message: string;
}

interface ErrorSummaryProps {
  errors: FieldError[];
  /** Counts the tries to continue: each failed one brings the focus here again. */
  attempt: number;
}

/** At the top of a form that can't go on: everything to put right, each a way to its field. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const id = useUid('errors');
  const failed = errors.length > 0;
  useEffect(() => {
    if (failed && attempt > 0) leadTo(id);
  }, [attempt, failed, id]);

  if (!failed) return null;
  return (
    <View id={id} className="error-summary" {...a11y({ role: 'alert', tabStop: false })}>
      <View className="error-summary__title" {...a11y({ role: 'heading', level: 2 })}>
        <Icon name="alert" size="small" />
        <View className="error-summary__words">有 {errors.length} 处需要修改</View>
      </View>
      {errors.map(({ fieldId, message }) => (
        <Pressable key={fieldId} className="error-summary__link" role="link" onPress={() => leadTo(fieldId)}>
          {message}
        </Pressable>
      ))}
    </View>
  );
}
