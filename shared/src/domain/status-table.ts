/** One move of a thing: who may make it, from which states, to which state. */
export interface Move<State extends string, Actor extends string> {
  by: readonly Actor[];
  from: readonly State[];
  to: State;
}
export type StatusTable<State extends string, Actor extends string, Action extends string> = Readonly<
  Record<Action, Move<State, Actor>>
>;

/** The acts open to `actor` in `state`; the server guards by it and the terminals show their buttons by it. */
export function availableActions<S extends string, R extends string, A extends string>(
  table: StatusTable<S, R, A>,
  state: S,
  actor: R,
): A[] {
  return (Object.keys(table) as A[]).filter(
    (action) => table[action].by.includes(actor) && table[action].from.includes(state),
  );
}

/** The state after `action`, or undefined when `actor` may not do it in `state`. */
export function nextState<S extends string, R extends string, A extends string>(
  table: StatusTable<S, R, A>,
  state: S,
  actor: R,
  action: A,
): S | undefined {
  const move = table[action];
  return move.by.includes(actor) && move.from.includes(state) ? move.to : undefined;
}
