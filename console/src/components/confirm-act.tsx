import { isOvertaken } from '../api/errors';
import { useSubmit } from '../api/use-submit';
import { ActModal, type ActModalProps } from './act-modal';
import { usePinned } from './use-pinned';

export interface ConfirmActProps<Body>
  extends Pick<ActModalProps, 'open' | 'title' | 'effect' | 'actLabel' | 'isFinal' | 'onClose'> {
  /** What is sent; sent again unchanged it is the same act. */
  body: Body;
  /** Does it, with the Idempotency-Key to send. The dialog closes when it is done and stays when it fails. */
  onConfirm: (body: Body, idempotencyKey: string) => Promise<unknown>;
}

/** Asks once more before an act, saying what will happen to whom. */
export function ConfirmAct<Body>({ body, onConfirm, ...frame }: ConfirmActProps<Body>) {
  const act = useSubmit(onConfirm, { onDone: frame.onClose });
  const seen = usePinned(body, frame.open && !(act.error && isOvertaken(act.error)));
  const close = () => {
    act.reset();
    frame.onClose();
  };
  return (
    <ActModal {...frame} isBusy={act.isPending} error={act.error} onAct={() => act.mutate(seen)} onClose={close} />
  );
}
