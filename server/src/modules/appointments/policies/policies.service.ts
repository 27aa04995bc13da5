import { Injectable } from '@nestjs/common';
import {
  AppError,
  type BookingPolicyBody,
  type BookingPolicyPreset,
  type BookingPolicyPreview,
  type BookingPolicyRules,
  type BookingPolicyView,
  bookingPolicyPresets,
  bookingPolicyProblems,
  bookingPolicyRules,
  bookingPolicySentences,
  localDateOf,
  type UpdateBookingPolicyBody,
} from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import type { Context } from '../../../platform/http/context.js';
import { staffOf } from '../../../platform/http/policies.js';
import { newId } from '../../../platform/ids.js';
import { type Command, Phrases, UnitOfWork } from '../../records/index.js';
import { SlotPlanner } from '../capacity/slot-planner.js';
import { BookingPolicies, type BookingPolicy, entryOf } from './booking-policies.js';
import { BookingPolicyRow } from './booking-policy.entity.js';
import { PolicyPreview } from './policy-preview.js';

/** Managers draft, try and publish rules of booking; everybody reads those in force. */
@Injectable()
export class PoliciesService {
  constructor(
    private readonly policies: BookingPolicies,
    private readonly previews: PolicyPreview,
    private readonly planner: SlotPlanner,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    phrases: Phrases,
  ) {
    phrases.teach({
      PolicyDrafted: (facts) => `起草预约规则“${String(facts.title)}”`,
      PolicyEdited: '修改预约规则草稿',
      PolicyPublished: (facts) => `发布预约规则，${String(facts.effectiveFromOn)}起生效`,
    });
  }

  inForce(): Pick<BookingPolicyView, 'title' | 'source' | 'effectiveFromOn' | 'sentences'> {
    const { title, source, effectiveFromOn, sentences } = this.viewOf(this.policies.inForce(this.clock.now()));
    return { title, source, effectiveFromOn, sentences };
  }

  list(ctx: Context): BookingPolicyView[] {
    staffOf(ctx);
    return this.policies.all().map((policy) => this.viewOf(policy));
  }

  presets(ctx: Context): BookingPolicyPreset[] {
    staffOf(ctx);
    return [...bookingPolicyPresets];
  }

  create(ctx: Context, body: BookingPolicyBody): Promise<BookingPolicyView> {
    staffOf(ctx);
    const content = contentOf(body);
    return this.changed(ctx, 'policies.create', async (command) => {
      const id = newId(command.at);
      const facts = { ...content, status: 'draft', createdAt: command.at, publishedAt: null } as const;
      const row = { id, version: 1, ...facts };
      await command.manager.insert(BookingPolicyRow, row);
      command.record({ ...entryOf(id), kind: 'PolicyDrafted', facts, first: true });
      return row;
    });
  }

  update(ctx: Context, id: string, { version, ...body }: UpdateBookingPolicyBody): Promise<BookingPolicyView> {
    staffOf(ctx);
    const content = contentOf(body);
    return this.changed(ctx, 'policies.update', (command) => this.move(command, id, version, content, 'PolicyEdited'));
  }

  preview(ctx: Context, id: string): Promise<BookingPolicyPreview> {
    staffOf(ctx);
    const found = this.policies.all().find((policy) => policy.id === id);
    if (!found) throw new AppError('request.not_found');
    return this.previews.of(found);
  }

  /** From its first day on it holds for everybody; slots are made at once for the days that it opens. */
  async publish(ctx: Context, id: string, version: number): Promise<BookingPolicyView> {
    staffOf(ctx);
    const view = await this.changed(ctx, 'policies.publish', async (command) => {
      const { effectiveFromOn } = await found(command, id);
      if (effectiveFromOn < localDateOf(command.at)) throw new AppError('policy.starts_in_the_past');
      const fields = { status: 'published', publishedAt: command.at, effectiveFromOn } as const;
      return this.move(command, id, version, fields, 'PolicyPublished');
    });
    await this.planner.materialise();
    return view;
  }

  private async changed(
    ctx: Context,
    what: string,
    change: (command: Command) => Promise<BookingPolicyRow>,
  ): Promise<BookingPolicyView> {
    const view = await this.work.run(ctx, what, async (command) => this.viewOf(await change(command)));
    await this.policies.refresh();
    return view;
  }

  private async move(
    command: Command,
    id: string,
    version: number,
    fields: Partial<Omit<BookingPolicyRow, 'id' | 'version'>>,
    kind: string,
  ): Promise<BookingPolicyRow> {
    const row = await found(command, id);
    if (row.status !== 'draft') throw new AppError('request.not_available');
    const moved = await command.manager.update(BookingPolicyRow, { id, version }, { ...fields, version: version + 1 });
    if (moved.affected !== 1) throw new AppError('request.stale');
    command.record({ ...entryOf(id), kind, facts: fields });
    return { ...row, ...fields, version: version + 1 };
  }

  private viewOf({
    id,
    title,
    source,
    status,
    version,
    effectiveFromOn,
    publishedAt,
    rules,
  }: BookingPolicy): BookingPolicyView {
    return {
      id,
      title,
      source,
      status,
      version,
      effectiveFromOn,
      publishedAt,
      inForce: this.policies.inForce(this.clock.now()).id === id,
      rules,
      sentences: bookingPolicySentences(rules),
    };
  }
}

async function found(command: Command, id: string): Promise<BookingPolicyRow> {
  const row = await command.manager.findOneBy(BookingPolicyRow, { id });
  if (!row) throw new AppError('request.not_found');
  return row;
}

/** What a body says, in the columns that hold it. Refuses rules that can't hold together. */
function contentOf(body: BookingPolicyBody): Pick<BookingPolicyRow, 'title' | 'source' | 'effectiveFromOn' | 'rules'> {
  const { title, source, effectiveFromOn } = body;
  const named = Object.keys(bookingPolicyRules).map((name) => [name, body[name as keyof BookingPolicyRules]]);
  const rules = Object.fromEntries(named.filter(([, value]) => value !== undefined)) as unknown as BookingPolicyRules;
  const problems = bookingPolicyProblems(rules);
  if (problems.length > 0) {
    const refusal = new AppError('request.invalid');
    refusal.fields = problems;
    throw refusal;
  }
  return { title, source, effectiveFromOn, rules };
}
