import styles from './kiosk.module.css';
import { TAIL_LENGTH, typeDigit } from './kiosk-steps';
import { Question } from './question';

const digitsInOrder = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

interface TailStepProps {
  digits: string;
  isBusy: boolean;
  onDigits: (digits: string) => void;
  onDone: (phoneTail: string) => void;
}

/** The last four digits of the phone number; the fourth one looks at once. */
export function TailStep({ digits, isBusy, onDigits, onDone }: TailStepProps) {
  const press = (digit: string) => {
    const next = typeDigit(digits, digit);
    onDigits(next);
    if (next.length === TAIL_LENGTH) onDone(next);
  };
  const shown = digits.padEnd(TAIL_LENGTH, '＿');
  return (
    <>
      <Question hint="也可以现在扫预约码">预约时的手机号，后四位是多少？</Question>
      <output className={styles.digits} aria-label={`已输入 ${digits.length} 位：${digits}`}>
        {[...shown].join(' ')}
      </output>
      <div className={styles.pad}>
        {digitsInOrder.map((digit) => (
          <button key={digit} type="button" disabled={isBusy} onClick={() => press(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" disabled={isBusy || digits === ''} onClick={() => onDigits(digits.slice(0, -1))}>
          退一位
        </button>
      </div>
    </>
  );
}
