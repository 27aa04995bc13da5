import { Injectable } from '@nestjs/common';
import type { CaseDetailView, StaffCaseDetailView, StaffCaseView, TimelineEntry } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Actor, Context } from '../../platform/http/context.js';
import { Halls } from '../halls/index.js';
import { Matters } from '../matters/index.js';
import { type Command, Phrases, RecordReader, StaffNames } from '../records/index.js';
import type { ServiceCaseRow } from './storage/case.entity.js';
import { type CaseParts, citizenDetailViewOf, staffDetailViewOf, staffViewOf } from './storage/case.view.js';
import type { Step } from './storage/move-case.js';

/** A step whose command has not been committed yet. */
export interface StepMade {
  command: Command;
  step: Step;
}

/** Shows cases to whoever asks, with everything that stands beside the row. */
@Injectable()
export class CaseViews {
  constructor(
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly reader: RecordReader,
    private readonly phrases: Phrases,
    private readonly staffNames: StaffNames,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  parts(row: ServiceCaseRow): CaseParts {
    return {
      hall: this.halls.get(row.hallId),
      matter: this.matters.get(row.matterId),
      calendar: this.halls.calendarOf(row.hallId),
      now: this.clock.now(),
      personalData: this.personalData,
    };
  }

  /** With the step that is being made, when asked inside its command. */
  async citizenDetail(ctx: Context, row: ServiceCaseRow, made?: StepMade): Promise<CaseDetailView> {
    return citizenDetailViewOf(row, this.parts(row), await this.timeline(ctx.actor, row, made));
  }

  async staffDetail(ctx: Context, row: ServiceCaseRow, made?: StepMade): Promise<StaffCaseDetailView> {
    const names = await this.staffNames.namesOf([row.ownerId], made?.command);
    const timeline = await this.timeline(ctx.actor, row, made);
    return staffDetailViewOf(row, this.parts(row), names.get(row.ownerId) ?? '', mayAct(ctx.actor, row), timeline);
  }

  async staffList(ctx: Context, rows: readonly ServiceCaseRow[]): Promise<StaffCaseView[]> {
    const names = await this.staffNames.namesOf([...new Set(rows.map((row) => row.ownerId))]);
    return rows.map((row) => staffViewOf(row, this.parts(row), names.get(row.ownerId) ?? '', mayAct(ctx.actor, row)));
  }

  /** Every recorded step, and after them the one that is being made in the caller's command. */
  async timeline(reader: Actor, row: ServiceCaseRow, made?: StepMade): Promise<TimelineEntry[]> {
    const earlier = await this.reader.timeline(reader, `case:${row.id}`, made?.command);
    if (!made) return earlier;
    const { command, step } = made;
    const text = this.phrases.say(step.kind, step.facts, step.personal);
    const by = reader.kind === 'citizen' ? '您' : '我';
    return [...earlier, { at: command.at, kind: step.kind, text, by }];
  }
}

const mayAct = (actor: Actor, row: ServiceCaseRow): boolean =>
  actor.kind === 'staff' && actor.roles.includes('officer') && actor.hallIds.includes(row.hallId);
