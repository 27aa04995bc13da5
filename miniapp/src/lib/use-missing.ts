import { useState } from 'react';
import type { FieldError } from '@/components';

interface Missing {
  errors: FieldError[];
  /** Counts the tries to continue, for ErrorSummary. */
  attempt: number;
  error: string | undefined;
  /** Called when one continues; false when the answer is missing. */
  check(): boolean;
}

/** A page with one question that can't be left open; what is said disappears when it is answered. */
export function useMissing(fieldId: string, message: string, answered: boolean): Missing {
  const [attempt, setAttempt] = useState(0);
  const error = attempt > 0 && !answered ? message : undefined;
  return {
    errors: error === undefined ? [] : [{ fieldId, message: error }],
    attempt,
    error,
    check: () => {
      if (!answered) setAttempt((n) => n + 1);
      return answered;
    },
  };
}
