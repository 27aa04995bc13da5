/**
 * Which colour stands on which, and the contrast it owes: 4.5 for text, 7 for what can be acted on, 3 for a shape or the
 * edge of a control. The spec computes each from the tokens, in both modes.
 */
export interface Pair {
  on: string;
  text: string;
  atLeast: number;
}

const TEXT = 4.5;
const ACTION = 7;
const SHAPE = 3;

const pairs = (atLeast: number, text: string, ...grounds: string[]): Pair[] =>
  grounds.map((on) => ({ on, text, atLeast }));

export const PAIRS: Pair[] = [
  ...pairs(TEXT, 'ink', 'ground', 'sunken', 'tint', 'attention-ground', 'error-ground', 'done-ground'),
  ...pairs(TEXT, 'muted', 'ground', 'sunken', 'tint'),
  ...pairs(ACTION, 'action', 'ground', 'sunken', 'tint'),
  ...pairs(ACTION, 'on-action', 'action', 'action-pressed', 'toast'),
  ...pairs(TEXT, 'on-action-muted', 'action', 'action-pressed'),
  ...pairs(TEXT, 'attention', 'ground', 'attention-ground'),
  ...pairs(TEXT, 'error', 'ground', 'error-ground'),
  ...pairs(TEXT, 'on-action', 'error'),
  ...pairs(TEXT, 'done', 'ground', 'done-ground'),
  ...pairs(SHAPE, 'edge', 'ground', 'sunken'),
  ...pairs(SHAPE, 'focus', 'ground', 'sunken', 'tint'),
];

/** Pure decoration, which owes no contrast. */
export const DECORATION = ['line'];
