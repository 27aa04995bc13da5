import { type PriorityReason, priorityReasonNames, priorityReasons } from '@yiyun/shared';
import { Select, type SelectProps } from 'antd';

/** Why somebody goes by the priority lane; left empty by most. */
export const PrioritySelect = (props: Omit<SelectProps<PriorityReason>, 'options'>) => (
  <Select<PriorityReason>
    allowClear
    placeholder="不走绿色通道"
    {...props}
    options={priorityReasons.map((value) => ({ value, label: priorityReasonNames[value] }))}
  />
);
