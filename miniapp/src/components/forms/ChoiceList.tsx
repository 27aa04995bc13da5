import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from '@/lib/a11y';
import { classNames } from '@/lib/class-names';
import { useRoving } from '@/lib/roving';
import { Pressable } from '../actions/Pressable';
import { FieldFrame, type FrameProps, spokenBy, useFramed } from './FieldFrame';
import './Choice.scss';

export interface Choice<T extends string> {
  value: T;
  label: string;
  note?: ReactNode;
  disabled?: boolean;
}

interface ChoiceListProps<T extends string> extends FrameProps {
  choices: Choice<T>[];
  value: T | undefined;
  onChange: (value: T) => void;
}

/** One of several, all in view. */
export function ChoiceList<T extends string>({ choices, value, onChange, ...props }: ChoiceListProps<T>) {
  const frame = useFramed(props);
  const member = useRoving({
    count: choices.length,
    chosen: choices.findIndex((choice) => choice.value === value),
    choose: (index) => onChange((choices[index] as Choice<T>).value),
    canChoose: (index) => !choices[index]?.disabled,
  });
  return (
    <FieldFrame {...frame}>
      <View className="choices" {...a11y({ role: 'radiogroup', ...spokenBy(frame) })}>
        {choices.map((choice, index) => {
          const chosen = choice.value === value;
          return (
            <Pressable
              key={choice.value}
              role="radio"
              className={classNames('choice', chosen && 'is-chosen')}
              checked={chosen}
              disabled={choice.disabled}
              onPress={() => onChange(choice.value)}
              {...member(index)}
            >
              <View className="choice__mark choice__mark--round" />
              <View className="choice__text">
                <View className="choice__label">{choice.label}</View>
                {choice.note && <View className="choice__note">{choice.note}</View>}
              </View>
            </Pressable>
          );
        })}
      </View>
    </FieldFrame>
  );
}
