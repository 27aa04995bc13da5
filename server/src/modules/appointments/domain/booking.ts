import { AppError, type BookingPolicyRules, halfDayOf, type MatterGroup } from '@yiyun/shared';

/** A slot as the booking transaction read it. */
export interface OpenSlot {
  id: string;
  hallId: string;
  matterGroup: MatterGroup;
  onDay: string;
  startsAt: number;
  endsAt: number;
  capacityPublic: number;
  booked: number;
  closedReason: string | null;
}
/** What somebody gives up for what he wants now: neither its places nor its keys stand in his way. */
export interface Replaced {
  slotIds: readonly string[];
  activeKey: string | null;
  citizenKey: string | null;
}
/** `times`: when one may book, and how far ahead; `nothing`: what the hall itself arranges for somebody. */
export type BoundBy = 'policy' | 'times' | 'nothing';
/** What somebody wants, as far as the decision needs it. */
export interface Wish {
  /** The first slot. */
  slotId: string;
  citizenId: string;
  taxpayerId: string;
  /** The group of each matter; each takes a slot of its own, one after another without a gap. */
  groups: readonly MatterGroup[];
  /** True when an officer acts for the person, or the person's right was looked at before. */
  vouched?: boolean;
  /** Which rules of the policy bind it besides its limits of a half-day; all where left out. */
  boundBy?: BoundBy;
  replaces?: readonly Replaced[];
}
export interface Situation {
  now: number;
  /** By id; with further matters also those that may follow. */
  slots: ReadonlyMap<string, OpenSlot>;
  /** Whether the citizen may act for the taxpayer now. */
  mayActFor(citizenId: string, taxpayerId: string): boolean;
  /** Active keys, of taxpayers and of citizens, that are taken already. */
  activeKeys: ReadonlySet<string>;
  rules: Pick<BookingPolicyRules, 'perTaxpayerHalfDay' | 'perCitizenHalfDay'>;
  /** Why the policy refuses it, whatever is free. */
  refusalByPolicy?(wish: Wish, onDay: string): AppError | undefined;
}
export interface Grant {
  granted: true;
  /** In the order of the matters. */
  slots: readonly OpenSlot[];
  activeKey: string;
  citizenKey: string | null;
}
export type Decision = Grant | { granted: false; refusal: AppError };

/** When a slot lies. */
export type TimeOfSlot = Pick<OpenSlot, 'onDay' | 'startsAt'>;
/** The unique keys that the live appointments of somebody (a taxpayer, or a citizen) in one half-day share among them. */
export const activeKeysOf = (who: string, slot: TimeOfSlot, limit: number): string[] =>
  Array.from({ length: limit }, (_, i) => `${who}:${slot.onDay}:${halfDayOf(slot.startsAt)}:${i + 1}`);

/** Those that a wish for this slot could take. */
export const keysWanted = (
  wish: Pick<Wish, 'citizenId' | 'taxpayerId'>,
  slot: TimeOfSlot,
  rules: Situation['rules'],
) => ({
  ofTaxpayer: activeKeysOf(wish.taxpayerId, slot, rules.perTaxpayerHalfDay),
  ofCitizen: activeKeysOf(wish.citizenId, slot, rules.perCitizenHalfDay ?? 0),
});

const timeKey = (hallId: string, group: MatterGroup, startsAt: number): string => `${hallId} ${group} ${startsAt}`;

/** What tells where a slot lies. */
export type Placed = Pick<OpenSlot, 'hallId' | 'matterGroup' | 'startsAt' | 'endsAt'>;

/** Finds the slots for matters of these groups from a first slot on: contiguous, one a matter; undefined where they don't fit. */
export function runsOf<S extends Placed>(slots: Iterable<S>) {
  const byTime = new Map([...slots].map((slot) => [timeKey(slot.hallId, slot.matterGroup, slot.startsAt), slot]));
  return (first: S, groups: readonly MatterGroup[]): S[] | undefined => {
    const run = [first];
    for (const group of groups.slice(1)) {
      const { hallId, endsAt } = run.at(-1) as S;
      const next = byTime.get(timeKey(hallId, group, endsAt));
      if (!next) return undefined;
      run.push(next);
    }
    return run;
  };
}

/**
 * Who of a batch gets a place, in the order given: first come, first served. Places and keys are counted down as they
 * are given, so that a batch never grants more than a slot has left (A1), and nobody more than the policy's limit.
 */
export function decide(wishes: readonly Wish[], situation: Situation): Decision[] {
  const taken = new Set(situation.activeKeys);
  const left = new Map([...situation.slots].map(([id, slot]) => [id, slot.capacityPublic - slot.booked]));
  const runOf = runsOf(situation.slots.values());
  return wishes.map((wish) => {
    const decision = decideOne(wish, situation, { taken, left, runOf });
    if (decision.granted) {
      taken.add(decision.activeKey);
      if (decision.citizenKey) taken.add(decision.citizenKey);
      const own = new Set(wish.replaces?.flatMap((replaced) => replaced.slotIds));
      for (const { id } of decision.slots) if (!own.has(id)) left.set(id, (left.get(id) ?? 0) - 1);
    }
    return decision;
  });
}

interface Remaining {
  taken: ReadonlySet<string>;
  left: ReadonlyMap<string, number>;
  runOf: ReturnType<typeof runsOf<OpenSlot>>;
}

function decideOne(wish: Wish, situation: Situation, { taken, left, runOf }: Remaining): Decision {
  const refuse = (refusal: AppError): Decision => ({ granted: false, refusal });
  const { now, slots: known, rules } = situation;
  const first = known.get(wish.slotId);
  if (!first) return refuse(new AppError('request.not_found'));
  if (!wish.vouched && !situation.mayActFor(wish.citizenId, wish.taxpayerId))
    return refuse(new AppError('identity.taxpayer_not_yours'));
  if (first.matterGroup !== wish.groups[0]) return refuse(new AppError('appointment.matter_not_offered'));
  if (first.startsAt <= now) return refuse(new AppError('appointment.slot_past'));
  const byPolicy = situation.refusalByPolicy?.(wish, first.onDay);
  if (byPolicy) return refuse(byPolicy);
  const slots = runOf(first, wish.groups);
  if (!slots) return refuse(new AppError('appointment.matters_do_not_fit'));
  if (slots.some(({ closedReason }) => closedReason !== null)) return refuse(new AppError('appointment.slot_closed'));

  const own = new Set(wish.replaces?.flatMap(({ activeKey, citizenKey }) => [activeKey, citizenKey]));
  const free = (key: string): boolean => own.has(key) || !taken.has(key);
  const { ofTaxpayer, ofCitizen } = keysWanted(wish, first, rules);
  const activeKey = ofTaxpayer.find(free);
  const citizenKey = ofCitizen.find(free) ?? null;
  const isOverLimit = activeKey === undefined || (ofCitizen.length > 0 && citizenKey === null);
  if (isOverLimit) return refuse(new AppError('appointment.already_booked'));

  const ownSlots = new Set(wish.replaces?.flatMap(({ slotIds }) => slotIds));
  const isFull = slots.some(({ id }) => !ownSlots.has(id) && (left.get(id) ?? 0) <= 0);
  return isFull ? refuse(new AppError('appointment.slot_full')) : { granted: true, slots, activeKey, citizenKey };
}
