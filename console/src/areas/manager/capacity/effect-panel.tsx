import { type CapacityEffectView, sayReferenceNo } from '@yiyun/shared';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { ErrorResult } from '../../../components/error-result';
import { StatusTag } from '../../../components/status-tag';
import { useNow } from '../../../lib/clock';
import { saidDate, saidTime } from '../../../lib/time';
import styles from './capacity.module.css';
import { sayEffect } from './say-effect';
import type { EffectPreview } from './use-effect-preview';

/** What a change does, before it is saved: the days it touches, and the bookings for which there would be no place. */
export function EffectPanel({ preview }: { preview: Omit<EffectPreview<never>, 'alsoCheck'> }) {
  const { effect, isLoading, error } = preview;
  return (
    <section className={styles.effect} aria-label="改动的影响" aria-busy={isLoading}>
      {error && <ErrorResult title="没能试算影响" error={error} />}
      {!error && !effect && (isLoading ? <Skeleton title={false} /> : <p>填写后在这里看影响。</p>)}
      {effect && <Effect of={effect} />}
    </section>
  );
}

function Effect({ of }: { of: CapacityEffectView }) {
  const now = useNow();
  return (
    <>
      <p role="status">
        <strong>{sayEffect(of)}</strong>
      </p>
      {of.days.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">日期</th>
                <th scope="col">名额</th>
                <th scope="col">改后</th>
                <th scope="col">已约</th>
              </tr>
            </thead>
            <tbody>
              {of.days.map(({ on, before, after, booked }) => (
                <tr key={on}>
                  <th scope="row">{saidDate(on, now)}</th>
                  <td>{before}</td>
                  <td>{after}</td>
                  <td>{booked}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {of.touched.length > 0 && (
        <>
          <p>
            <StatusTag tone="attention">{of.touched.length} 个预约放不下</StatusTag>
          </p>
          <div className={styles.scroll}>
            <table className={styles.table} aria-label="放不下的预约">
              <tbody>
                {of.touched.map(({ id, referenceNo, startsAt, matterName, taxpayerName }) => (
                  <tr key={id}>
                    <th scope="row">{saidTime(startsAt, now)}</th>
                    <td>{taxpayerName}</td>
                    <td>{matterName}</td>
                    <td>
                      <Link to={`/counter/appointments?open=${id}`} target="_blank">
                        {sayReferenceNo(referenceNo)}
                      </Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className={styles.quiet}>
            保存不会取消这些预约，他们仍会按时到厅。不能接待的，请另外登记
            <Link to="/manager/disruptions/new">停办</Link>
            ，系统会给每个人安排改约。
          </p>
        </>
      )}
    </>
  );
}
