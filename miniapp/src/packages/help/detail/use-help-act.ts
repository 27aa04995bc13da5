import { useQueryClient } from '@tanstack/react-query';
import type { CallOptions, HelpDetailView } from '@yiyun/shared';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';

/** An act on one's own question: its answer is shown at once; a refusal brings the latest state. */
export function useHelpAct<Input>(
  id: string,
  send: (input: Input, key: CallOptions) => Promise<HelpDetailView>,
  onDone?: () => void,
) {
  const client = useQueryClient();
  return useAct(send, {
    onDone: async (question) => {
      client.setQueryData(keys.helpRequest(id), question);
      onDone?.();
      await client.invalidateQueries({ queryKey: keys.help, refetchType: 'none' });
    },
    onProblem: () => void client.invalidateQueries({ queryKey: keys.helpRequest(id) }),
  });
}
