import { useQuery } from '@tanstack/react-query';
import type { StaffHelpDetailView } from '@yiyun/shared';
import { Button, Skeleton } from 'antd';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { ErrorResult } from '../../../components/error-result';
import { Panel } from '../../../components/panel';
import styles from './question-page.module.css';

const QUERY_LENGTH = 200;

/** The words of a question: what was written and what was transcribed. */
function wordsOf({ posts }: StaffHelpDetailView): string {
  const asked = posts
    .filter(({ by }) => by === 'citizen')
    .flatMap(({ text, voice }) => [text, voice?.transcript ?? '']);
  return asked.filter(Boolean).join(' ').trim().slice(0, QUERY_LENGTH);
}

interface SimilarPanelProps {
  of: StaffHelpDetailView;
  /** Puts an answer into the one that is being written. */
  onQuote?: (text: string) => void;
}

/** Answers to similar questions, to read, and to quote. */
export function SimilarPanel({ of, onQuote }: SimilarPanelProps) {
  const words = wordsOf(of);
  const query = useQuery({
    queryKey: keys.similar(words),
    queryFn: () => api.help.similar({ query: { q: words } }),
    enabled: words !== '',
    staleTime: 300_000,
  });
  return (
    <Panel title="相似的已答问题">
      {words === '' && <p className={styles.quiet}>录音还没有听写。保存听写文字后，这里会列出相似的答案。</p>}
      {query.isLoading && <Skeleton />}
      {query.error && (
        <ErrorResult title="没能查找相似问题" error={asFailure(query.error)} onRetry={() => void query.refetch()} />
      )}
      {query.data?.length === 0 && <p className={styles.quiet}>没有找到相似的答案。</p>}
      <ul className={styles.similar}>
        {query.data?.map(({ id, question, answer, kind, source }) => (
          <li key={id}>
            <details>
              <summary>{question}</summary>
              <p>{answer}</p>
              <p className={styles.quiet}>
                {kind === 'article' ? `知识库${source ? `：${source}` : ''}` : '公开的答复'}
              </p>
              {onQuote && (
                <Button size="small" aria-label={`引用：${question}`} onClick={() => onQuote(answer)}>
                  引用
                </Button>
              )}
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
