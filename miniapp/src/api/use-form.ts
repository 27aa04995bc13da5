import { AppError, check, normalise, type Rules, type RulesFor } from '@yiyun/shared';
import { useState } from 'react';
import type { FieldError } from '@/components';

interface Form<T extends object> {
  errors: FieldError[];
  /** Counts the tries to continue, for ErrorSummary. */
  attempt: number;
  errorOf(path: keyof T & string): string | undefined;
  /** The request in normal form when it is fit to send; otherwise the errors are shown. */
  fit(value: Partial<T>): T | undefined;
  /** Shows what the server said of single fields; returns false when it said nothing of any. */
  refuse(error: unknown): boolean;
}

/** Judges a form by the contract's rules when one continues, with the words that the server would use. */
export function useForm<T extends object>(table: RulesFor<T>): Form<T> {
  const rules = table as Rules;
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const show = (found: { path: string; message: string }[]) => {
    setErrors(found.map(({ path, message }) => ({ fieldId: path, message })));
    setAttempt((n) => n + 1);
  };
  return {
    errors,
    attempt,
    errorOf: (path) => errors.find(({ fieldId }) => fieldId === path)?.message,
    fit(value) {
      const normal = withoutBlanks(normalise(rules, value as T));
      const found = check(rules, normal);
      show(found);
      return found.length === 0 ? normal : undefined;
    },
    refuse(error) {
      if (!(error instanceof AppError) || !error.fields) return false;
      show(error.fields);
      return true;
    },
  };
}

/** What was left blank is missing, not malformed. */
const withoutBlanks = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== '')) as T;
