import { type CheckInBody, type DrawTicketBody, type HallView, localDateOf, type StaffTicketView } from '@yiyun/shared';
import { useCallback, useState } from 'react';
import { api } from '../../api/client';
import type { Failure } from '../../api/errors';
import { useSubmit } from '../../api/use-submit';
import { useNow } from '../../lib/clock';
import { clockTime, saidDate } from '../../lib/time';
import { PrintTicket } from '../counter/tickets/ticket-paper';
import { HomeStep } from './home-step';
import styles from './kiosk.module.css';
import { back, home, idleMs, type Step } from './kiosk-steps';
import { MattersStep } from './matters-step';
import { PriorityStep } from './priority-step';
import { ProblemStep } from './problem-step';
import { TailStep } from './tail-step';
import { TicketStep } from './ticket-step';
import { useIdle } from './use-idle';
import { useScanner } from './use-scanner';
import { WhichStep } from './which-step';

/** The kiosk itself: one question a page, large targets, back to the first page when nobody touches it. */
export function Kiosk({ hall }: { hall: HallView }) {
  const now = useNow(10_000);
  const [step, setStep] = useState<Step>(home);
  const [printing, setPrinting] = useState<StaffTicketView>();
  const hallId = hall.id;
  const goHome = useCallback(() => setStep(home), []);
  const left = useIdle(idleMs(step), JSON.stringify(step), goHome);
  const onTicket = (ticket: StaffTicketView) => {
    setStep({ name: 'ticket', ticket });
    setPrinting(ticket);
  };
  const fail = ({ message }: Failure) => setStep({ name: 'problem', message });
  const checkIn = useSubmit(
    (body: CheckInBody, idempotencyKey) => api.queue.checkIn({ params: { hallId }, body }, { idempotencyKey }),
    { onDone: onTicket },
  );
  const draw = useSubmit(
    (body: DrawTicketBody, idempotencyKey) => api.queue.draw({ params: { hallId }, body }, { idempotencyKey }),
    { onDone: onTicket },
  );
  const find = useSubmit(
    (phoneTail: string) => api.queue.findAppointments({ params: { hallId }, query: { phoneTail } }),
    {
      onDone: (found, phoneTail) => setStep({ name: 'which', phoneTail, found }),
    },
  );
  const isBusy = checkIn.isPending || draw.isPending || find.isPending;
  useScanner(!isBusy && (step.name === 'home' || step.name === 'tail'), (code) =>
    checkIn.mutate({ code }, { onError: fail }),
  );
  return (
    <div className={styles.kiosk} aria-busy={isBusy}>
      <header className={styles.head}>
        <strong>{hall.name}</strong>
        <time>
          {saidDate(localDateOf(now), 0)} {clockTime(now)}
        </time>
      </header>
      <main className={styles.main}>
        {step.name === 'home' && (
          <HomeStep
            onAppointment={() => setStep({ name: 'tail', digits: '' })}
            onWalkIn={() => setStep({ name: 'matters', chosen: [] })}
          />
        )}
        {step.name === 'tail' && (
          <TailStep
            digits={step.digits}
            isBusy={isBusy}
            onDigits={(digits) => setStep({ name: 'tail', digits })}
            onDone={(phoneTail) => find.mutate(phoneTail, { onError: fail })}
          />
        )}
        {step.name === 'which' && (
          <WhichStep
            step={step}
            isBusy={isBusy}
            onChoose={(appointmentId) =>
              checkIn.mutate({ phoneTail: step.phoneTail, appointmentId }, { onError: fail })
            }
            onWalkIn={() => setStep({ name: 'matters', chosen: [] })}
          />
        )}
        {step.name === 'matters' && (
          <MattersStep
            chosen={step.chosen}
            onChange={(chosen) => setStep({ name: 'matters', chosen })}
            onDone={() => setStep({ name: 'priority', chosen: step.chosen })}
          />
        )}
        {step.name === 'priority' && (
          <PriorityStep
            isBusy={isBusy}
            onChoose={(priorityReason) =>
              draw.mutate({ matterIds: step.chosen, source: 'kiosk', priorityReason }, { onError: fail })
            }
          />
        )}
        {step.name === 'ticket' && <TicketStep of={step.ticket} onDone={goHome} />}
        {step.name === 'problem' && <ProblemStep message={step.message} />}
      </main>
      <footer className={styles.foot}>
        {step.name === 'home' ? (
          <span>需要帮助请找导税台</span>
        ) : (
          <>
            <button type="button" className={styles.plain} disabled={isBusy} onClick={() => setStep(back(step))}>
              上一步
            </button>
            <span role="status">{left !== undefined && `${left} 秒后回到首页，点一下屏幕继续`}</span>
            <button type="button" className={styles.plain} disabled={isBusy} onClick={goHome}>
              回到首页
            </button>
          </>
        )}
      </footer>
      {printing && <PrintTicket of={printing} hallName={hall.name} onPrinted={() => setPrinting(undefined)} />}
    </div>
  );
}
