export interface Finding {
  level: 'error' | 'warning';
  rule: string;
  file: string;
  message: string;
}

export const error = (rule: string, file: string, message: string): Finding => ({
  level: 'error',
  rule,
  file,
  message,
});
export const warning = (rule: string, file: string, message: string): Finding => ({
  level: 'warning',
  rule,
  file,
  message,
});
