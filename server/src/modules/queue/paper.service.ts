import { Injectable } from '@nestjs/common';
import {
  addDays,
  localDateOf,
  type PaperBlockView,
  type PaperReconciliationView,
  type TicketStatus,
} from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import type { Context } from '../../platform/http/context.js';
import { requireHallOfficer } from '../../platform/http/policies.js';
import { newId } from '../../platform/ids.js';
import { type Hall, Halls } from '../halls/index.js';
import { type Matter, Matters } from '../matters/index.js';
import { type Command, UnitOfWork } from '../records/index.js';
import { type PaperEntry, readPaper, TOLD_WITHIN_DAYS } from './domain/paper-lines.js';
import { timesOf } from './domain/ticket.js';
import { blank, newPublicToken, numberOf } from './draw.service.js';
import { HallQueues } from './hall-queues.js';
import { QueuePolicies } from './queue-policies.js';
import { PaperStore } from './storage/paper.store.js';
import type { PaperBlockRow, TicketRow } from './storage/ticket.entities.js';
import { paperCounter, TicketStore } from './storage/ticket.store.js';

const PAPER = 'P';

/** Paper for a power cut: numbers set aside before, told to the system afterwards. */
@Injectable()
export class PaperService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly paper: PaperStore,
    private readonly store: TicketStore,
    private readonly policies: QueuePolicies,
    private readonly queues: HallQueues,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly clock: Clock,
  ) {}

  async reserve(ctx: Context, hallId: string, count: number): Promise<PaperBlockView> {
    const counter = paperCounter(this.halls.get(hallId).id);
    await this.store.openCounter(counter);
    return this.work.run(ctx, 'queue.reservePaper', async (command) => {
      const officer = requireHallOfficer(ctx, hallId);
      const last = await this.store.drawSerials(command, counter, count);
      const block: PaperBlockRow = {
        id: newId(command.at),
        hallId,
        onDay: localDateOf(command.at),
        firstSerial: last - count + 1,
        size: count,
        reservedAt: command.at,
        staffId: officer.id,
      };
      await this.paper.insert(command, block);
      return viewOf(block);
    });
  }

  async reconcile(ctx: Context, hallId: string, text: string): Promise<PaperReconciliationView> {
    const hall = this.halls.get(hallId);
    const view = await this.work.run(ctx, 'queue.reconcilePaper', async (command) => {
      const officer = requireHallOfficer(ctx, hallId);
      const { accepted, refused } = readPaper(text, await this.knowledge(command, hall));
      for (const entry of accepted)
        await this.store.insert(command, await this.rowOf(command, hall, entry, officer.id));
      return { accepted: accepted.length, refused };
    });
    this.queues.touch(hallId);
    return view;
  }

  private async knowledge(command: Command, hall: Hall) {
    const today = localDateOf(this.clock.now());
    const since = addDays(today, -2 * TOLD_WITHIN_DAYS);
    const blocks = await this.paper.blocksSince(hall.id, since, command);
    const told = await this.paper.toldSince(hall.id, since, command);
    return {
      now: command.at,
      today,
      blocks: blocks.map(({ onDay, firstSerial, size, reservedAt }) => ({
        on: onDay,
        first: firstSerial,
        last: firstSerial + size - 1,
        reservedAt,
      })),
      windows: hall.windows,
      matterOf: (text: string) => this.matterBy(hall, text)?.id,
      earlier: new Map(told.map((row) => [row.number, entryOf(row)])),
    };
  }

  /** By its name, by what people call it, or the first of its category. */
  private matterBy({ windows }: Hall, text: string): Matter | undefined {
    const served = this.matters
      .all()
      .filter(
        ({ category, counterAvailable }) =>
          counterAvailable && windows.some(({ active, skills }) => active && skills.includes(category)),
      );
    return (
      served.find(({ name }) => name === text) ??
      served.find(({ synonyms }) => synonyms.includes(text)) ??
      served.find(({ category }) => category === text)
    );
  }

  /** Served on paper: done as it says. Not served: still waiting, in its old place, unless its day is over. */
  private async rowOf(command: Command, hall: Hall, entry: PaperEntry, staffId: string): Promise<TicketRow> {
    const { number, on, drawnAt, servedUntil, windowId, matterId } = entry;
    const { group, category } = this.matters.get(matterId);
    const isOver = on < localDateOf(command.at);
    const status: TicketStatus = servedUntil !== null ? 'done' : isOver ? 'left' : 'waiting';
    return {
      id: newId(command.at),
      hallId: hall.id,
      onDay: on,
      number,
      source: 'paper',
      lane: group,
      priorityReason: null,
      status,
      version: 1,
      matterIds: [matterId],
      needs: [category],
      isComplex: group === 'complex',
      drawnAt,
      waitsFrom: drawnAt,
      ...timesOf(group, drawnAt, await this.policies.rulesOf(hall.id)),
      ...blank,
      endedAt: servedUntil ?? (isOver ? command.at : null),
      windowId,
      staffId: servedUntil === null ? null : staffId,
      appointmentId: null,
      citizenId: null,
      nameSealed: null,
      phoneSealed: null,
      phoneHash: null,
      publicToken: newPublicToken(),
    };
  }
}

/** What was told of a paper ticket: one that a window called later was told as not served. */
function entryOf({
  number,
  onDay,
  drawnAt,
  endedAt,
  windowId,
  status,
  firstCalledAt,
  matterIds,
}: TicketRow): PaperEntry {
  const wasServed = status === 'done' && firstCalledAt === null;
  return {
    number,
    on: onDay,
    drawnAt,
    servedUntil: wasServed ? endedAt : null,
    windowId: wasServed ? windowId : null,
    matterId: matterIds[0] ?? '',
  };
}

function viewOf({ id, onDay, firstSerial, size }: PaperBlockRow): PaperBlockView {
  const numbers = Array.from({ length: size }, (_, i) => numberOf(PAPER, firstSerial + i));
  return {
    id,
    on: onDay,
    firstNumber: numbers[0] ?? '',
    lastNumber: numbers.at(-1) ?? '',
    numbers,
    reconciled: 0,
  };
}
