import { Controller, Query } from '@nestjs/common';
import { contract, type Page, type RecordEntryView } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { RecordsService } from '../records.service.js';
import { PageDto, RecordNumberDto, RecordQueryDto } from './record.dto.js';

@Controller()
export class RecordsController {
  constructor(private readonly records: RecordsService) {}

  @Handle(contract.records.mine)
  mine(@Ctx() ctx: Context, @Query() query: PageDto): Promise<Page<RecordEntryView>> {
    return this.records.mine(ctx, query);
  }

  @Handle(contract.records.stream)
  stream(@Ctx() ctx: Context, @Query() query: RecordQueryDto): Promise<Page<RecordEntryView>> {
    return this.records.stream(ctx, query);
  }

  @Handle(contract.records.find)
  find(@Ctx() ctx: Context, @Query() query: RecordNumberDto): Promise<{ streamId: string }> {
    return this.records.find(ctx, query);
  }
}
