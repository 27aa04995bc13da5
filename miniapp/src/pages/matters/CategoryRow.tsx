import { ScrollView, View } from '@tarojs/components';
import { Pressable } from '@/components';
import { a11y } from '@/lib/a11y';
import { classNames } from '@/lib/class-names';
import './CategoryRow.scss';

interface CategoryRowProps {
  categories: { name: string; count: number }[];
  /** undefined shows every category. */
  value: string | undefined;
  onChange: (category: string | undefined) => void;
}

/** Narrows the list to one category; pressing it again shows all. */
export function CategoryRow({ categories, value, onChange }: CategoryRowProps) {
  return (
    <ScrollView scrollX className="categories" {...a11y({ role: 'group', label: '按类别筛选' })}>
      <View className="categories__row">
        {categories.map(({ name, count }) => (
          <Pressable
            key={name}
            className={classNames('category', name === value && 'is-chosen')}
            pressed={name === value}
            label={`${name}，${count}项${name === value ? '，已选中，再按一次显示全部' : ''}`}
            onPress={() => onChange(name === value ? undefined : name)}
          >
            {name} {count}
          </Pressable>
        ))}
      </View>
    </ScrollView>
  );
}
