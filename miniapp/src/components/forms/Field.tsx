import { Input } from '@tarojs/components';
import { controlA11y } from '@/lib/a11y';
import { FieldFrame, type FrameProps, spokenBy, useFramed } from './FieldFrame';
import './Field.scss';

type Kind = 'text' | 'digits' | 'phone' | 'residentId';

interface FieldProps extends FrameProps {
  value: string;
  kind?: Kind;
  /** The browser fills it in: 'name', 'tel', 'one-time-code'. */
  autocomplete?: string;
  maxLength?: number;
  onChange: (value: string) => void;
}

/** In WeChat the type is a keyboard; a browser's type=number would eat leading zeros, its inputmode doesn't. */
const WEAPP_TYPES = { text: 'text', digits: 'number', phone: 'number', residentId: 'idcard' } as const;
const INPUT_MODES = { text: 'text', digits: 'numeric', phone: 'tel', residentId: 'text' } as const;

/** One line to type in. Spaces and hyphens are the rules' business, not the person's. */
export function Field({ value, kind = 'text', autocomplete, maxLength = 140, onChange, ...props }: FieldProps) {
  const frame = useFramed(props);
  return (
    <FieldFrame {...frame}>
      <Input
        className={`input input--${kind}`}
        type={process.env.TARO_ENV === 'h5' ? 'text' : WEAPP_TYPES[kind]}
        value={value}
        maxlength={maxLength}
        cursorSpacing={120}
        onInput={(event) => onChange(event.detail.value)}
        {...controlA11y(spokenBy(frame), { inputmode: INPUT_MODES[kind], autocomplete })}
      />
    </FieldFrame>
  );
}
