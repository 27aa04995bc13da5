import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  AppError,
  defaultQueuePolicy,
  type QueuePolicyRules,
  type QueuePolicyView,
  queuePolicyProblems,
  queuePolicyRules,
  queuePolicySentences,
  type UpdateQueuePolicyBody,
} from '@yiyun/shared';
import { Database } from '../../platform/database/database.js';
import { ConcurrentWriteError, isDuplicate } from '../../platform/database/database-errors.js';
import { Snapshot } from '../../platform/database/snapshot.js';
import { type Context, systemContext } from '../../platform/http/context.js';
import { type Hall, Halls } from '../halls/index.js';
import { type Command, UnitOfWork } from '../records/index.js';
import { QueuePolicyRow } from './storage/window.entities.js';

const log = new Logger('queue policies');
type Known = ReadonlyMap<string, QueuePolicyRow>;

/** How each hall calls: kept in memory, because every call asks. */
@Injectable()
export class QueuePolicies implements OnApplicationShutdown {
  private opened: Promise<Snapshot<Known>> | undefined;

  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly halls: Halls,
  ) {}

  async rulesOf(hallId: string): Promise<QueuePolicyRules> {
    return (await this.snapshot()).value.get(hallId)?.rules ?? defaultQueuePolicy;
  }

  async view(hallId: string): Promise<QueuePolicyView> {
    this.halls.get(hallId);
    return viewOf(hallId, (await this.snapshot()).value.get(hallId));
  }

  async update(ctx: Context, hallId: string, { version, ...rules }: UpdateQueuePolicyBody): Promise<QueuePolicyView> {
    requireSound(this.halls.get(hallId), rules);
    const view = await this.work.run(ctx, 'queue.updatePolicy', async (command) => {
      const seen = (await command.manager.findOneBy(QueuePolicyRow, { id: hallId })) ?? (await first(command, hallId));
      if (seen.version !== version) throw new AppError('request.stale');
      const row: QueuePolicyRow = { id: hallId, version: version + 1, changedAt: command.at, rules: inOrder(rules) };
      const done = await command.manager.update(QueuePolicyRow, { id: hallId, version }, row);
      if (done.affected !== 1) throw new AppError('request.stale');
      record(command, row, 'QueuePolicyChanged');
      return viewOf(hallId, row);
    });
    await (await this.snapshot()).refresh();
    return view;
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.opened)?.close();
  }

  private snapshot(): Promise<Snapshot<Known>> {
    const source = {
      stamp: async () => {
        const [row] = await this.db.read.query<{ stamp: string | number | null }[]>(
          'SELECT SUM(version) AS stamp FROM queue_policy',
        );
        return String(row?.stamp);
      },
      load: async () => new Map((await this.db.read.find(QueuePolicyRow)).map((row) => [row.id, row])),
    };
    this.opened ??= Snapshot.open(source, (error) => log.error(error));
    return this.opened;
  }
}

/** The rules that came with the program become the first version, so that the record tells what was changed. */
async function first(command: Command, hallId: string): Promise<QueuePolicyRow> {
  const row: QueuePolicyRow = { id: hallId, version: 1, changedAt: command.at, rules: inOrder(defaultQueuePolicy) };
  try {
    await command.manager.insert(QueuePolicyRow, row);
  } catch (error) {
    throw isDuplicate(error) ? new ConcurrentWriteError('the rules are being changed by somebody else') : error;
  }
  record(command, row, 'QueuePolicySet', true);
  return row;
}

function record(command: Command, row: QueuePolicyRow, kind: string, isFirst = false): void {
  const { version: _version, ...facts } = row;
  const subject = { subjectKind: 'queuePolicy', subjectId: row.id };
  command.record({ streamId: `queue-policy:${row.id}`, kind, ...subject, facts, first: isFirst }, ...bySystem(isFirst));
  if (!isFirst) command.emit({ type: kind, hallId: row.id, ...subject });
}
const bySystem = (isSystem: boolean): [Context?] => (isSystem ? [systemContext] : []);

const viewOf = (hallId: string, row: QueuePolicyRow | undefined): QueuePolicyView => {
  const rules = row?.rules ?? defaultQueuePolicy;
  return {
    hallId,
    version: row?.version ?? 1,
    changedAt: row && row.version > 1 ? row.changedAt : null,
    rules,
    sentences: queuePolicySentences(rules),
  };
};

/** In one order of keys, so that the stored text and the recorded one are the same. */
const inOrder = (rules: QueuePolicyRules): QueuePolicyRules =>
  Object.fromEntries(Object.keys(queuePolicyRules).map((key) => [key, rules[key as keyof QueuePolicyRules]])) as never;

function requireSound(hall: Hall, rules: QueuePolicyRules): void {
  const fields: { path: string; message: string }[] = queuePolicyProblems(rules);
  if (rules.complexApart && !hall.windows.some(({ active, servesComplex }) => active && servesComplex)) {
    fields.push({ path: 'complexApart', message: '本厅还没有标明办理复杂事项的窗口，请先在窗口设置中标明' });
  }
  if (fields.length === 0) return;
  const refusal = new AppError('request.invalid');
  refusal.fields = fields;
  throw refusal;
}
