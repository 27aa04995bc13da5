import { useQuery } from '@tanstack/react-query';
import type { StaffView } from '@yiyun/shared';
import { Select, type SelectProps } from 'antd';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';

/** Staff of the hall, and managers of every hall. */
async function candidates(hallId: string): Promise<StaffView[]> {
  const [here, anywhere] = await Promise.all([
    api.identity.staffList({ query: { hallId, limit: 100 } }),
    api.identity.staffList({ query: { limit: 100 } }),
  ]);
  const managers = anywhere.items.filter(({ roles }) => roles.includes('manager'));
  const known = new Set(here.items.map(({ id }) => id));
  return [...here.items, ...managers.filter(({ id }) => !known.has(id))].filter(({ active }) => active);
}

/** Chooses the duty leader of a hall. */
export function DutyLeaderSelect({ hallId, ...props }: Omit<SelectProps<string>, 'options'> & { hallId: string }) {
  const staff = useQuery({
    queryKey: keys.staff({ dutyLeaderOf: hallId }),
    queryFn: () => candidates(hallId),
  });
  return (
    <Select<string>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={staff.isPending}
      placeholder="未指定"
      {...props}
      options={staff.data?.map(({ id, name, account }) => ({ value: id, label: `${name}（${account}）` }))}
    />
  );
}
