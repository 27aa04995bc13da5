import { useSubmit } from '../api/use-submit';
import { ActModal, type ActModalProps } from './act-modal';

export interface ConfirmActProps
  extends Pick<ActModalProps, 'open' | 'title' | 'effect' | 'actLabel' | 'isFinal' | 'onClose'> {
  /** Does it, with the Idempotency-Key to send. The dialog closes when it is done and stays when it fails. */
  onConfirm: (idempotencyKey: string) => Promise<unknown>;
}

/** Asks once more before an act, saying what will happen to whom. */
export function ConfirmAct({ onConfirm, ...frame }: ConfirmActProps) {
  const act = useSubmit((_: void, key) => onConfirm(key), { onDone: frame.onClose });
  const close = () => {
    act.reset();
    frame.onClose();
  };
  return <ActModal {...frame} isBusy={act.isPending} error={act.error} onAct={() => act.mutate()} onClose={close} />;
}
