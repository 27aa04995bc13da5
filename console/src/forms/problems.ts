import { check, normalise, type Rules } from '@yiyun/shared';

/** One thing wrong with one field, in the words beside the field. */
export interface Problem {
  path: string;
  message: string;
}

/** What was typed as it is sent (trimmed, codes in their normal form), and what is wrong with it; by shared's rules. */
export function readForm<Body extends object>(rules: Rules, values: object): { body: Body; problems: Problem[] } {
  const typed = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const body = normalise(rules, typed) as Body;
  const blank = Object.entries(body).filter(([path, value]) => value === '' && !isBlankAllowed(rules, path));
  const missing = Object.fromEntries(blank.map(([path]) => [path, undefined]));
  const problems = check(rules, { ...body, ...missing }).map(({ path, message }) => ({ path, message }));
  return { body, problems };
}

/** An empty text is a missing one, unless the rule is content with any text. */
function isBlankAllowed(rules: Rules, path: string): boolean {
  const rule = rules[path];
  return rule?.kind !== 'string' || (!rule.min && !rule.pattern && !rule.format);
}
