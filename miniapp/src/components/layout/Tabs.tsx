import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y';
import { classNames } from '@/lib/class-names';
import { useRoving } from '@/lib/roving';
import { Pressable } from '../actions/Pressable';
import './Tabs.scss';

interface TabsProps<T extends string> {
  /** What the tabs divide: 预约状态. */
  label: string;
  tabs: { key: T; title: string }[];
  value: T;
  onChange: (key: T) => void;
}

/** Two to four views of one list. */
export function Tabs<T extends string>({ label, tabs, value, onChange }: TabsProps<T>) {
  const member = useRoving({
    count: tabs.length,
    chosen: tabs.findIndex((tab) => tab.key === value),
    choose: (index) => onChange((tabs[index] as { key: T }).key),
  });
  return (
    <View className="tabs" {...a11y({ role: 'tablist', label })}>
      {tabs.map(({ key, title }, index) => (
        <Pressable
          key={key}
          role="tab"
          selected={key === value}
          className={classNames('tabs__tab', key === value && 'is-selected')}
          onPress={() => onChange(key)}
          {...member(index)}
        >
          {title}
        </Pressable>
      ))}
    </View>
  );
}
