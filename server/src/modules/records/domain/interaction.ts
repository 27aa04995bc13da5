import { createHash } from 'node:crypto';

/** Facts of an interaction: what changed or was asked. Kept for ever, so it holds nothing personal. */
export type Facts = Readonly<Record<string, unknown>>;

/** One entry of the record, as it is stored. Instants are integer milliseconds; `payload` is the exact text. */
export interface Interaction {
  id: string;
  /** One case, appointment, question …, or what one actor read or was refused: `case:<id>`, `citizen:<id>`. */
  streamId: string;
  /** 1..n within the stream, without gaps. */
  streamVersion: number;
  at: number;
  actorKind: string;
  actorId: string | null;
  /** The citizen in whose service record it stands. */
  partyId: string | null;
  /** The taxpayer for whom the citizen acts. */
  onBehalfOf: string | null;
  terminal: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
  payload: string;
  /** H(salt ‖ personal part); null without one. The part itself can be erased and the chain still verifies. */
  personalHash: string | null;
  prevHash: string;
  entryHash: string;
}

export const GENESIS = '0'.repeat(64);

/** The one text of an entry that its hash commits to. */
export function canonicalOf(i: Omit<Interaction, 'prevHash' | 'entryHash'>): string {
  return JSON.stringify([
    i.id,
    i.streamId,
    i.streamVersion,
    i.at,
    i.actorKind,
    i.actorId,
    i.partyId,
    i.onBehalfOf,
    i.terminal,
    i.kind,
    i.subjectKind,
    i.subjectId,
    i.payload,
    i.personalHash,
  ]);
}

/** SHA-256 of the previous entry's hash and this entry's canonical bytes; hexadecimal. */
export const entryHashOf = (prevHash: string, canonical: string): string =>
  createHash('sha256').update(prevHash, 'hex').update(canonical, 'utf8').digest('hex');

/** Salted, so that a guessed name or number can't be tried against the record. */
export const personalHashOf = (salt: string, personal: string): string =>
  createHash('sha256').update(salt, 'hex').update(personal, 'utf8').digest('hex');

export interface ChainFault {
  streamId: string;
  streamVersion: number;
  interactionId: string;
  problem: 'altered' | 'gap' | 'broken link' | 'personal part altered' | 'head differs';
}

/** Checks the next entry of a stream against the one before; `previous` is undefined for the first. */
export function faultOf(previous: Interaction | undefined, entry: Interaction): ChainFault['problem'] | undefined {
  if (entry.streamVersion !== (previous?.streamVersion ?? 0) + 1) return 'gap';
  if (entry.prevHash !== (previous?.entryHash ?? GENESIS)) return 'broken link';
  if (entry.entryHash !== entryHashOf(entry.prevHash, canonicalOf(entry))) return 'altered';
  return undefined;
}
