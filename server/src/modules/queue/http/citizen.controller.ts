import { Body, Controller, Param } from '@nestjs/common';
import { contract, type LiveTicketView } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { CitizenTicketsService } from '../citizen-tickets.service.js';
import { KeepTicketDto, NotifyNearDto } from './queue.dto.js';

@Controller()
export class CitizenTicketsController {
  constructor(private readonly tickets: CitizenTicketsService) {}

  @Handle(contract.queue.mine)
  mine(@Ctx() ctx: Context): Promise<LiveTicketView[]> {
    return this.tickets.mine(ctx);
  }

  @Handle(contract.queue.keep)
  keep(@Ctx() ctx: Context, @Body() body: KeepTicketDto): Promise<LiveTicketView> {
    return this.tickets.keep(ctx, body.publicToken);
  }

  @Handle(contract.queue.notifyNear)
  notifyNear(@Ctx() ctx: Context, @Param('ticketId') id: string, @Body() body: NotifyNearDto): Promise<LiveTicketView> {
    return this.tickets.notifyNear(ctx, id, body.on);
  }
}
