import { Controller, Param, Query } from '@nestjs/common';
import { contract, type MessageView, type Page, type PageQuery, pageRules } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Dto } from '../../../platform/http/dto.js';
import { Handle } from '../../../platform/http/handle.js';
import { InboxService } from '../inbox.service.js';

export class InboxDto extends Dto<PageQuery>(pageRules) {}

@Controller()
export class InboxController {
  constructor(private readonly inboxes: InboxService) {}

  @Handle(contract.messaging.inbox)
  inbox(@Ctx() ctx: Context, @Query() query: InboxDto): Promise<Page<MessageView> & { unread: number }> {
    return this.inboxes.inbox(ctx, query);
  }

  @Handle(contract.messaging.unread)
  unread(@Ctx() ctx: Context): Promise<{ unread: number }> {
    return this.inboxes.unread(ctx);
  }

  @Handle(contract.messaging.read)
  read(@Ctx() ctx: Context, @Param('messageId') messageId: string): Promise<MessageView> {
    return this.inboxes.read(ctx, messageId);
  }

  @Handle(contract.messaging.readAll)
  readAll(@Ctx() ctx: Context): Promise<{ unread: number }> {
    return this.inboxes.readAll(ctx);
  }
}
