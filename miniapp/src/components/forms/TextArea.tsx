import { Textarea, View } from '@tarojs/components';
import { a11y, controlA11y } from '@/lib/a11y';
import { FieldFrame, type FrameProps, spokenBy, useFramed } from './FieldFrame';
import './Field.scss';

interface TextAreaProps extends FrameProps {
  value: string;
  maxLength?: number;
  onChange: (value: string) => void;
}

const SAY_LEFT_FROM = 50;

/** Several lines to type in; says how many characters are left when they run out. */
export function TextArea({ value, maxLength = 500, onChange, ...props }: TextAreaProps) {
  const frame = useFramed(props);
  const left = maxLength - value.length;
  return (
    <FieldFrame {...frame}>
      <Textarea
        className="text-area"
        value={value}
        maxlength={maxLength}
        cursorSpacing={120}
        onInput={(event) => onChange(event.detail.value)}
        {...controlA11y(spokenBy(frame))}
      />
      <View className="text-area__left" {...a11y({ live: 'polite' })}>
        {left <= SAY_LEFT_FROM ? `还可输入 ${left} 字` : ''}
      </View>
    </FieldFrame>
  );
}
