import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { asFailure, type Failure } from '../api/errors';

const SHOWN_FOR_MS = 30_000;

export interface MaskedTextProps {
  /** What it is: 手机号, 身份证号. */
  label: string;
  /** As the server masks it, such as 138****5678. */
  masked: string;
  /** Reads the whole value; the server records who read it. Without it the value stays masked. */
  onReveal?: () => Promise<string>;
}

/** Personal data, masked; shown on demand for 30 seconds, and the reading is recorded. */
export function MaskedText({ label, masked, onReveal }: MaskedTextProps) {
  const [shown, setShown] = useState<string>();
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<Failure>();

  useEffect(() => {
    if (shown === undefined) return;
    const timer = setTimeout(() => setShown(undefined), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [shown]);

  const reveal = async (read: () => Promise<string>) => {
    setReading(true);
    setError(undefined);
    try {
      setShown(await read());
    } catch (thrown) {
      setError(asFailure(thrown));
    } finally {
      setReading(false);
    }
  };

  return (
    <span>
      <span className="tabular">{shown ?? masked}</span>
      {onReveal && (
        <Button
          type="link"
          size="small"
          loading={isReading}
          title="查看完整内容会被记录"
          aria-label={shown === undefined ? `显示${label}，会被记录` : `隐藏${label}`}
          onClick={() => (shown === undefined ? void reveal(onReveal) : setShown(undefined))}
        >
          {shown === undefined ? '显示' : '隐藏'}
        </Button>
      )}
      {error && <span role="alert">{error.message}</span>}
    </span>
  );
}
