import { Controller, Param, Query } from '@nestjs/common';
import { contract, type NoticeDetailView, type NoticeView, type Page } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { ReadNoticesService } from '../read-notices.service.js';
import { PageDto } from './notice.dto.js';

@Controller()
export class NoticeReaderController {
  constructor(private readonly notices: ReadNoticesService) {}

  @Handle(contract.notices.publicList)
  publicList(@Query() query: PageDto): Promise<Page<NoticeView>> {
    return this.notices.publicList(query);
  }

  @Handle(contract.notices.publicGet)
  publicGet(@Param('noticeId') noticeId: string): Promise<NoticeDetailView> {
    return this.notices.publicGet(noticeId);
  }

  @Handle(contract.notices.mine)
  mine(@Ctx() ctx: Context, @Query() query: PageDto): Promise<Page<NoticeView>> {
    return this.notices.mine(ctx, query);
  }

  @Handle(contract.notices.read)
  read(@Ctx() ctx: Context, @Param('noticeId') noticeId: string): Promise<NoticeDetailView> {
    return this.notices.read(ctx, noticeId);
  }
}
