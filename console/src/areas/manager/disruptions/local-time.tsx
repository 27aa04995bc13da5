import { Input } from 'antd';

interface LocalTimeProps {
  id?: string;
  /** `2026-11-30 14:00`, in Asia/Shanghai. */
  value?: string;
  onChange?: (text: string) => void;
}

/** A date and a time of day, as the contract writes them. */
export const LocalTime = ({ id, value = '', onChange }: LocalTimeProps) => (
  <Input
    id={id}
    type="datetime-local"
    value={value.replace(' ', 'T')}
    onChange={({ target }) => onChange?.(target.value.replace('T', ' '))}
  />
);
