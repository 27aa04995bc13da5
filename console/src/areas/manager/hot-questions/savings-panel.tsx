import { useQuery } from '@tanstack/react-query';
import { deflectionOutcomeNames, deflectionOutcomes } from '@yiyun/shared';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { ErrorResult } from '../../../components/error-result';
import { Panel } from '../../../components/panel';
import styles from './hot-questions.module.css';
import type { Period } from './period';
import { savingsAnswer } from './savings';

/** Whether the answers shown before asking spare questions; every number opens what it counts. */
export function SavingsPanel({ period }: { period: Period }) {
  const query = useQuery({
    queryKey: keys.deflections(period),
    queryFn: () => api.insights.deflections({ query: period }),
  });
  return (
    <div className={styles.list}>
      <Panel title="提问前看到的相似答案，省下了多少提问？">
        {query.data ? (
          <>
            <p className={styles.answer}>{savingsAnswer(query.data.counts)}</p>
            <dl className={styles.figures}>
              {deflectionOutcomes.map((outcome) => (
                <div key={outcome}>
                  <dt>{deflectionOutcomeNames[outcome]}</dt>
                  <dd>
                    <Link to={savingsPath(outcome, period)}>{query.data.counts[outcome]} 次</Link>
                  </dd>
                </div>
              ))}
            </dl>
          </>
        ) : query.error ? (
          <ErrorResult title="没能读取" error={asFailure(query.error)} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton paragraph={{ rows: 1 }} />
        )}
      </Panel>
    </div>
  );
}

const savingsPath = (outcome: string, { fromOn, untilOn }: Period) =>
  `/manager/hot-questions/savings?outcome=${outcome}&from=${fromOn}&until=${untilOn}`;
