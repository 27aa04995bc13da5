import type { StaffTicketView } from '@yiyun/shared';
import { Link, useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { useHall } from '../../../session/hall';
import styles from './tickets.module.css';

/** The cases of a ticket, and the way to a new one: from its appointment at once, for a walk-in with a form. */
export function TicketCases({ of: { id, appointment, caseIds, status } }: { of: StaffTicketView }) {
  const { id: hallId } = useHall();
  const navigate = useNavigate();
  const open = useSubmit(
    (body: { hallId: string; appointmentId: string }, idempotencyKey) => api.cases.open({ body }, { idempotencyKey }),
    { onDone: ({ id: caseId }) => navigate(`/counter/cases/${caseId}`) },
  );
  const begin = () => {
    if (appointment && caseIds.length === 0) open.mutate({ hallId, appointmentId: appointment.id });
    else void navigate(`/counter/cases/new?ticket=${id}`);
  };
  return (
    <div className={styles.cases}>
      {caseIds.map((caseId, index) => (
        <Link key={caseId} to={`/counter/cases/${caseId}`}>
          打开办件{caseIds.length > 1 && ` ${index + 1}`}
        </Link>
      ))}
      {status === 'serving' && (
        <KeyButton
          block
          label={caseIds.length === 0 ? '登记办件' : '再登记一件'}
          combo="alt+n"
          loading={open.isPending}
          onClick={begin}
        />
      )}
      {open.error && <ErrorResult title="没能登记办件" error={open.error} />}
    </div>
  );
}
