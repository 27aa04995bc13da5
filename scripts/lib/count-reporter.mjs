import path from 'node:path';

/** passed, failed or skipped; undefined for what is no test of its own. */
function outcomeOf(type, data) {
  const isSuite = data.details?.type === 'suite';
  if (data.skip !== undefined || data.todo !== undefined) return 'skipped';
  if (type === 'test:pass') {
    // A file without a test passes under its own name.
    if (path.isAbsolute(data.name)) return 'failed';
    return isSuite ? undefined : 'passed';
  }
  return data.details?.error?.failureType === 'subtestsFailed' ? undefined : 'failed';
}

/** A reporter of node:test that writes one word a test: passed, failed or skipped. */
export default async function* count(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const outcome = outcomeOf(type, data);
    if (outcome) yield `${outcome}\n`;
  }
}
