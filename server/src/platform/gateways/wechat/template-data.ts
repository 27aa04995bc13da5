/** Longest text, in characters, of each kind of template field, as the page of message/subscribe/send lists them. */
const limits: Record<string, { max: number; pattern?: RegExp }> = {
  thing: { max: 20 },
  number: { max: 32, pattern: /^\d+(\.\d+)?$/ },
  letter: { max: 32, pattern: /^[A-Za-z]+$/ },
  symbol: { max: 5 },
  character_string: { max: 32, pattern: /^[\x20-\x7e]+$/ },
  time: { max: 32 },
  date: { max: 32 },
  amount: { max: 12 },
  phone_number: { max: 17, pattern: /^[\d+\- ]+$/ },
  car_number: { max: 8 },
  name: { max: 20 },
  phrase: { max: 5, pattern: /^\p{Script=Han}+$/u },
};

/** What WeChat would answer 47003 for; undefined if the data of a subscribe message is in order. */
export function templateDataProblem(data: Record<string, { value?: unknown }> | undefined): string | undefined {
  const fields = Object.entries(data ?? {});
  if (fields.length === 0) return 'data is empty';
  for (const [field, { value }] of fields) {
    const kind = /^([a-z_]+)\d+$/.exec(field)?.[1] ?? '';
    const limit = limits[kind];
    if (!limit) return `data.${field} is no field`;
    const tooLong = typeof value === 'string' && [...value].length > limit.max;
    const wrong = typeof value !== 'string' || value === '' || (limit.pattern && !limit.pattern.test(value));
    if (tooLong || wrong) return `data.${field}.value invalid`;
  }
  return undefined;
}
