import { Body, Controller, Param, Query } from '@nestjs/common';
import { contract, type ManagedNoticeView, type NoticeAudienceView, type Page } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { ManageNoticesService } from '../manage-notices.service.js';
import { ManagedNoticesDto, NoticeDto, UpdateNoticeDto, VersionDto } from './notice.dto.js';

@Controller()
export class NoticeManagerController {
  constructor(private readonly notices: ManageNoticesService) {}

  @Handle(contract.notices.managedList)
  list(@Ctx() ctx: Context, @Query() query: ManagedNoticesDto): Promise<Page<ManagedNoticeView>> {
    return this.notices.list(ctx, query);
  }

  @Handle(contract.notices.managedGet)
  get(@Ctx() ctx: Context, @Param('noticeId') noticeId: string): Promise<ManagedNoticeView> {
    return this.notices.get(ctx, noticeId);
  }

  @Handle(contract.notices.audiences)
  audiences(@Ctx() ctx: Context): Promise<NoticeAudienceView[]> {
    return this.notices.audiences(ctx);
  }

  @Handle(contract.notices.create)
  create(@Ctx() ctx: Context, @Body() body: NoticeDto): Promise<ManagedNoticeView> {
    return this.notices.create(ctx, body);
  }

  @Handle(contract.notices.update)
  update(
    @Ctx() ctx: Context,
    @Param('noticeId') noticeId: string,
    @Body() body: UpdateNoticeDto,
  ): Promise<ManagedNoticeView> {
    return this.notices.update(ctx, noticeId, body);
  }

  @Handle(contract.notices.publish)
  publish(
    @Ctx() ctx: Context,
    @Param('noticeId') noticeId: string,
    @Body() { version }: VersionDto,
  ): Promise<ManagedNoticeView> {
    return this.notices.publish(ctx, noticeId, version);
  }

  @Handle(contract.notices.complete)
  complete(
    @Ctx() ctx: Context,
    @Param('noticeId') noticeId: string,
    @Body() { version }: VersionDto,
  ): Promise<ManagedNoticeView> {
    return this.notices.complete(ctx, noticeId, version);
  }
}
