import { Injectable } from '@nestjs/common';
import {
  AppError,
  type ErrorCode,
  errorCatalogue,
  type Page,
  type PageQuery,
  type RecordEntryView,
  type RecordNumberQuery,
  type RecordQuery,
} from '@yiyun/shared';
import type { Context } from '../../platform/http/context.js';
import { citizenOf, staffOf } from '../../platform/http/policies.js';
import { NumberedThings } from './numbered-things.js';
import { Phrases } from './phrases.js';
import { RecordReader } from './record-reader.js';
import { Recorder } from './recorder.js';

/** The catalogue's words for a refusal, without what differed from case to case. */
function reasonOf(code: string): string {
  const entry = code in errorCatalogue ? errorCatalogue[code as ErrorCode] : undefined;
  return entry ? entry.message.replace(/\{\w+\}/g, '…') : code;
}

@Injectable()
export class RecordsService {
  constructor(
    private readonly reader: RecordReader,
    private readonly recorder: Recorder,
    private readonly things: NumberedThings,
    phrases: Phrases,
  ) {
    phrases.teach({
      Refused: (facts) => `操作未成功：${reasonOf(String(facts.code))}`,
      RecordViewed: (facts) => `查看了全过程记录 ${String(facts.streamId)}`,
    });
  }

  /** The citizen's own service record. Looking at it is not recorded, or it would never come to an end. */
  mine(ctx: Context, query: PageQuery): Promise<Page<RecordEntryView>> {
    const citizen = citizenOf(ctx);
    return this.reader.ofParty(citizen, citizen.id, query);
  }

  async stream(ctx: Context, { streamId, ...query }: RecordQuery): Promise<Page<RecordEntryView>> {
    const staff = staffOf(ctx);
    await this.recorder.viewed(ctx, {
      kind: 'RecordViewed',
      subjectKind: 'record',
      subjectId: streamId.slice(-40),
      facts: { streamId },
    });
    return this.reader.ofStream(staff, streamId, query);
  }

  /** Leads from the number on a taxpayer's receipt to the record; reading that is recorded, finding it is not. */
  async find(ctx: Context, { referenceNo }: RecordNumberQuery): Promise<{ streamId: string }> {
    staffOf(ctx);
    const streamId = await this.things.streamOf(referenceNo);
    if (streamId === undefined) throw new AppError('request.not_found');
    return { streamId };
  }
}
