import { useState } from 'react';
import { now } from '@/lib/clock';
import { sayExactly, sayWhen } from '@/lib/time';
import { Button } from '../actions/Button';
import { Timeline, type TimelineItem } from './Timeline';

interface HistoryProps {
  /** Whose way this is: 办理过程. */
  label: string;
  /** What happened, oldest first. */
  steps: { at: number; text: string; by?: string }[];
  /** Where that leaves it: over, under way, or waiting for this person. */
  end: 'closed' | 'open' | 'attention';
  /** What will come, if that is known. */
  ahead?: TimelineItem[];
}

const LAST = { closed: 'past', open: 'now', attention: 'attention' } as const;

/** What happened so far, with times as people say them and, on demand, to the second. */
export function History({ label, steps, end, ahead = [] }: HistoryProps) {
  const [exact, setExact] = useState(false);
  const items = steps.map(
    ({ at, text, by }, index): TimelineItem => ({
      key: `${at}-${index}`,
      title: text,
      when: [exact ? sayExactly(at) : sayWhen(at, now()), by].filter(Boolean).join(' · '),
      state: index === steps.length - 1 ? LAST[end] : 'past',
    }),
  );
  return (
    <>
      <Timeline label={label} items={[...items, ...ahead]} />
      {items.length > 0 && (
        <Button kind="text" onPress={() => setExact(!exact)}>
          {exact ? '显示大概时间' : '显示准确时间'}
        </Button>
      )}
    </>
  );
}
