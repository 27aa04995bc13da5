import { View } from '@tarojs/components';
import { classNames } from '@/lib/class-names';
import { Pressable } from '../actions/Pressable';
import { Icon } from '../media/Icon';
import './Choice.scss';
import './FieldFrame.scss';

interface CheckboxProps {
  id?: string;
  label: string;
  note?: string;
  error?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

export function Checkbox({ id, label, note, error, checked, disabled, onChange }: CheckboxProps) {
  return (
    <View className={classNames('field', error && 'has-error')}>
      {error && (
        <View className="field__error">
          <Icon name="alert" size="small" />
          <View className="field__error-text">{error}</View>
        </View>
      )}
      <Pressable
        id={id}
        role="checkbox"
        className={classNames('choice', checked && 'is-chosen')}
        checked={checked}
        disabled={disabled}
        invalid={error ? true : undefined}
        label={[error && `错误：${error}`, label, note].filter(Boolean).join('，')}
        onPress={() => onChange(!checked)}
      >
        <View className="choice__mark">{checked && <Icon name="check" size="small" />}</View>
        <View className="choice__text">
          <View className="choice__label">{label}</View>
          {note && <View className="choice__note">{note}</View>}
        </View>
      </Pressable>
    </View>
  );
}
