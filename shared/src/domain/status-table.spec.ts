import { describe, expect, it } from '@jest/globals';
import { appointmentMoves, appointmentStatuses, liveAppointmentStatuses } from './appointment-status.js';
import { caseMoves, caseStatuses, closedCaseStatuses, runningCaseStatuses } from './case-status.js';
import { affectedMoves, affectedStatuses } from './disruption-status.js';
import { helpMoves, helpStatuses } from './help-status.js';
import { noticeMoves, noticeStatuses } from './notice-status.js';
import { ticketMoves, ticketStatuses } from './queue-status.js';
import { availableActions, nextState, type StatusTable } from './status-table.js';

interface Life {
  name: string;
  moves: StatusTable<string, string, string>;
  states: readonly string[];
  /** States in which a thing may begin. */
  starts: string[];
  /** States that end it for good. */
  final: string[];
}
const lives: Life[] = [
  {
    name: 'appointment',
    moves: appointmentMoves,
    states: appointmentStatuses,
    starts: ['held', 'pending', 'confirmed'],
    final: ['completed', 'rejected', 'cancelled', 'noShow', 'expired', 'rescheduled'],
  },
  { name: 'case', moves: caseMoves, states: caseStatuses, starts: ['opened'], final: [...closedCaseStatuses] },
  { name: 'help request', moves: helpMoves, states: helpStatuses, starts: ['open'], final: ['closed'] },
  { name: 'ticket', moves: ticketMoves, states: ticketStatuses, starts: ['waiting'], final: ['done', 'left'] },
  {
    name: 'person affected by a closure',
    moves: affectedMoves,
    states: affectedStatuses,
    starts: ['preparing'],
    final: ['chosen', 'declined'],
  },
  { name: 'notice', moves: noticeMoves, states: noticeStatuses, starts: ['draft'], final: ['completed'] },
];

const actorsOf = (moves: Life['moves']) => [...new Set(Object.values(moves).flatMap((move) => move.by))];

function reachedFrom({ moves, starts }: Life): Set<string> {
  const reached = new Set(starts);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const { from, to } of Object.values(moves)) if (from.some((state) => reached.has(state))) reached.add(to);
  }
  return reached;
}

describe.each(lives)('the life of a $name', (life) => {
  const { moves, states, final } = life;

  it('names known states only', () => {
    const named = Object.values(moves).flatMap(({ from, to }) => [...from, to]);
    expect(named.filter((state) => !states.includes(state))).toEqual([]);
  });

  it('ends: a final state has no moves, every other state has one', () => {
    const open = states.filter((state) =>
      actorsOf(moves).some((actor) => availableActions(moves, state, actor).length),
    );
    expect(open).toEqual(states.filter((state) => !final.includes(state)));
  });

  it('reaches every state', () => {
    expect(states.filter((state) => !reachedFrom(life).has(state))).toEqual([]);
  });

  it('never offers a citizen what is the officer’s to do, nor the other way round', () => {
    const shared = Object.entries(moves).filter(([, { by }]) => by.includes('citizen') && by.length > 1);
    expect(shared).toEqual([]);
  });

  it('shows exactly the buttons that the guard lets pass', () => {
    for (const state of states) {
      for (const actor of actorsOf(moves)) {
        const shown = availableActions(moves, state, actor);
        const passed = Object.keys(moves).filter((action) => nextState(moves, state, actor, action) !== undefined);
        expect(shown).toEqual(passed);
      }
    }
  });
});

describe('groups of states', () => {
  it('A1 a place is held exactly while the appointment is neither undone nor run out', () => {
    const gone = appointmentStatuses.filter((status) => !liveAppointmentStatuses.includes(status));
    expect(gone).toEqual(['rejected', 'cancelled', 'expired', 'rescheduled']);
  });

  it('the clock of a case stands before acceptance, during a correction and after the end', () => {
    const standing = caseStatuses.filter((status) => !runningCaseStatuses.includes(status));
    expect(standing).toEqual(['opened', 'correctionRequested', ...closedCaseStatuses]);
  });
});

describe('one table guards and shows', () => {
  it('says which state follows, and undefined to whom may not', () => {
    expect(nextState(caseMoves, 'reviewing', 'officer', 'decide')).toBe('decided');
    expect(nextState(caseMoves, 'reviewing', 'citizen', 'decide')).toBeUndefined();
    expect(nextState(caseMoves, 'completed', 'officer', 'decide')).toBeUndefined();
    expect(availableActions(caseMoves, 'correctionRequested', 'citizen')).toEqual(['answerCorrection', 'withdraw']);
  });
});
