import { Select, type SelectProps } from 'antd';
import { useMatters } from './use-matters';

/** Chooses a matter by a few typed characters, of its name or its category. */
export function MatterSelect(props: Omit<SelectProps<string>, 'options'>) {
  const matters = useMatters();
  return (
    <Select<string>
      showSearch={{ optionFilterProp: 'label' }}
      loading={matters.isPending}
      placeholder="输入几个字查找事项"
      {...props}
      options={matters.data?.map(({ id, name, category }) => ({ value: id, label: `${name}（${category}）` }))}
    />
  );
}

/** The same for several matters of one visit. */
export function MattersSelect(props: Omit<SelectProps<string[]>, 'options' | 'mode'>) {
  const matters = useMatters();
  return (
    <Select<string[]>
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      loading={matters.isPending}
      placeholder="输入几个字查找，可选多项"
      {...props}
      options={matters.data?.map(({ id, name, category }) => ({ value: id, label: `${name}（${category}）` }))}
    />
  );
}
