import { useQueryClient } from '@tanstack/react-query';
import type { CaseDetailView } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';
import { Button, Dialog } from '@/components';
import { toast } from '@/state/toast';

/** Gives a case up, after saying what that means. */
export function Withdraw({ one }: { one: CaseDetailView }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const withdraw = useAct(
    (version: number, key) => api.cases.withdraw({ params: { caseId: one.id }, body: { version } }, key),
    {
      onDone: async () => {
        setAsking(false);
        toast('办件已撤回');
        await client.invalidateQueries({ queryKey: keys.cases });
      },
      onProblem: () => void client.invalidateQueries({ queryKey: keys.case(one.id) }),
    },
  );
  const cancel = () => {
    withdraw.clear();
    setAsking(false);
  };
  return (
    <>
      <Button kind="danger" id="withdraw-case" onPress={() => setAsking(true)}>
        撤回办件
      </Button>
      {asking && (
        <Dialog
          danger
          title="撤回这个办件？"
          confirmText="撤回办件"
          cancelText="不撤回"
          busy={withdraw.busy}
          onConfirm={() => withdraw.run(one.version)}
          onCancel={cancel}
        >
          {withdraw.problem ??
            '撤回后窗口停止办理，不能恢复。还想办时要重新预约、重新交材料；已经办过的步骤仍会留在您的服务记录里。'}
        </Dialog>
      )}
    </>
  );
}
