import { Input, View } from '@tarojs/components';
import { a11y, controlA11y } from '@/lib/a11y';
import { Pressable } from '../actions/Pressable';
import { Icon } from '../media/Icon';
import './SearchBar.scss';

interface SearchBarProps {
  /** What can be found here: 搜索事项名称. Spoken, and shown while empty. */
  label: string;
  value: string;
  id?: string;
  onChange: (value: string) => void;
  /** The search key of the keyboard. */
  onSearch?: () => void;
}

export function SearchBar({ label, value, id, onChange, onSearch }: SearchBarProps) {
  return (
    <View {...(id && { id })} className="search-bar" {...a11y({ role: 'search' })}>
      <Icon name="search" className="search-bar__icon" />
      <Input
        className="search-bar__input"
        placeholderClass="search-bar__placeholder"
        value={value}
        placeholder={label}
        confirmType="search"
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={onSearch}
        {...controlA11y({ label })}
      />
      {value !== '' && (
        <Pressable className="search-bar__clear" label="清空搜索内容" onPress={() => onChange('')}>
          <Icon name="cross" size="small" />
        </Pressable>
      )}
    </View>
  );
}
