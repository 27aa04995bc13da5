import { useQuery } from '@tanstack/react-query';
import type { BookingPolicyView, BookingPolicyPreview as Preview } from '@yiyun/shared';
import { Skeleton } from 'antd';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { ErrorResult } from '../../../components/error-result';
import { Panel } from '../../../components/panel';
import styles from './policies.module.css';
import { sayPreview } from './say-preview';

/** What the saved draft would have done to last month's bookings. */
export function PolicyPreview({ of }: { of: BookingPolicyView }) {
  const preview = useQuery({
    queryKey: keys.bookingPreview(of.id, of.version),
    queryFn: () => api.policies.preview({ params: { bookingPolicyId: of.id } }),
  });
  return (
    <Panel title="如果上个月就按它办，会怎样？">
      {preview.error && (
        <ErrorResult title="没能试算" error={asFailure(preview.error)} onRetry={() => void preview.refetch()} />
      )}
      {preview.isPending && <Skeleton title={false} />}
      {preview.data && <Numbers of={preview.data} />}
    </Panel>
  );
}

function Numbers({ of }: { of: Preview }) {
  return (
    <>
      <p>{sayPreview(of)}</p>
      <table className={styles.numbers}>
        <thead>
          <tr>
            <th scope="col">{`${of.fromOn} 到 ${of.untilOn}`}</th>
            <th scope="col">现行</th>
            <th scope="col">草稿</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">预约</th>
            <td>{of.bookings}</td>
            <td>{of.bookings - of.refused.reduce((sum, { count }) => sum + count, 0)}</td>
          </tr>
          {of.refused.map(({ reason, count }) => (
            <tr key={reason}>
              <th scope="row">约不上：{reason}</th>
              <td>0</td>
              <td>{count}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">被限制预约的户</th>
            <td>{of.blockedNow}</td>
            <td>{of.blockedByDraft}</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}
