import { api } from '@/api/client';
import { useAct } from '@/api/use-act';
import { Dialog } from '@/components';
import { useMeUpdate } from '@/session/use-me';
import { toast } from '@/state/toast';

/** Of which bond, and what it says before it is undone. */
export interface Ending {
  bindingId: string;
  title: string;
  act: string;
  means: string;
}

interface EndBindingProps {
  ending: Ending;
  onClose: () => void;
}

/** The last word before one no longer acts for somebody. */
export function EndBinding({ ending, onClose }: EndBindingProps) {
  const showMe = useMeUpdate();
  const end = useAct((bindingId: string, key) => api.identity.endBinding({ params: { bindingId } }, key), {
    onDone: (me) => {
      showMe(me);
      onClose();
      toast(`已${ending.act}`);
    },
  });
  return (
    <Dialog
      title={ending.title}
      confirmText={ending.act}
      danger
      busy={end.busy}
      onConfirm={() => end.run(ending.bindingId)}
      onCancel={onClose}
    >
      {end.problem ?? ending.means}
    </Dialog>
  );
}
