import { AppError, errorCatalogue, type StatusTable } from '@yiyun/shared';

/** What an act came to: nothing where it was done, the refusal otherwise. */
export type Answer = AppError | undefined;

/** Like a refusal's code; a fault of the server, or anything that is no refusal, is thrown on. */
export const answerOf = (call: Promise<unknown>): Promise<Answer> =>
  call.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof AppError) return error as AppError;
      throw error;
    },
  );

interface Race<State extends string, Action extends string> {
  from: State;
  acts: readonly [Action, Action];
  answers: readonly [Answer, Answer];
  /** The state after both. */
  final: State;
}

/**
 * Why no order of the two acts explains their answers and the state that is left; nothing where one does. `targets` names the
 * states that an act can lead to where the table knows only one of them.
 */
export function unexplained<State extends string, Action extends string>(
  table: StatusTable<State, string, Action>,
  { from, acts, answers, final }: Race<State, Action>,
  targets: Partial<Record<Action, readonly State[]>> = {},
): string[] {
  const after = (action: Action): readonly State[] => targets[action] ?? [table[action].to];
  const follows = (first: Action, second: Action): boolean =>
    after(first).some((state) => table[second].from.includes(state)) && after(second).includes(final);
  const [a, b] = acts;
  const done = acts.filter((_, i) => answers[i] === undefined);
  const refusals = answers.filter((answer) => answer !== undefined);
  const unclear = refusals
    .filter(({ code }) => errorCatalogue[code].status !== 409)
    .map(({ code }) => `refused with ${code}`);
  if (done.length === 0) return ['both were refused', ...unclear];
  if (done.length === 1) {
    const [winner] = done as [Action];
    return after(winner).includes(final) ? unclear : [`${winner} won, and it is ${final}`, ...unclear];
  }
  return follows(a, b) || follows(b, a) ? [] : [`both ${a} and ${b} were done to what was ${from}, and it is ${final}`];
}

/** Every pair of some actions, each with itself too: the same click twice. */
export const pairsOf = <T>(actions: readonly T[]): [T, T][] =>
  actions.flatMap((a, i) => actions.slice(i).map((b): [T, T] => [a, b]));
