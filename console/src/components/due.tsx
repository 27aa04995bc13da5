import { useNow } from '../lib/clock';
import { exactTime, saidTime } from '../lib/time';
import { type Deadline, sayDue } from './due-words';
import { StatusTag } from './status-tag';

/** When a case is due, as people say it; what is close or past is a word in a shape. */
export function Due({ of }: { of: Deadline }) {
  const now = useNow();
  const { tone, text } = sayDue(of, now);
  if (!tone) return <span>{text}</span>;
  return (
    <span title={of.dueAt === null ? undefined : `期限 ${exactTime(of.dueAt)}`}>
      <StatusTag tone={tone}>{text}</StatusTag>
    </span>
  );
}

/** The same with its instant beside it; nothing for what is closed, whose state says so already. */
export function DueInFull({ of }: { of: Deadline }) {
  const now = useNow();
  if (of.closedAt !== null) return null;
  return (
    <>
      <Due of={of} />
      {of.dueAt !== null && !of.paused && `（${saidTime(of.dueAt, now)}）`}
    </>
  );
}
