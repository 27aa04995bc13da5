import { Body, Controller, Param } from '@nestjs/common';
import { contract, type DayBoardView, type StaffTicketView, type WindowStatusView } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { BoardService } from '../board.service.js';
import { CallService } from '../call.service.js';
import { ServingService } from '../serving.service.js';
import { WaitingService } from '../waiting.service.js';
import { WindowsService } from '../windows.service.js';
import {
  AddMatterDto,
  CallTicketDto,
  SetWindowStateDto,
  TicketReasonDto,
  TicketVersionDto,
  TransferTicketDto,
  WindowOfDto,
} from './queue.dto.js';

/** The windows. */
@Controller()
export class CounterController {
  constructor(
    private readonly windows: WindowsService,
    private readonly calls: CallService,
    private readonly serving: ServingService,
    private readonly waiting: WaitingService,
    private readonly boards: BoardService,
  ) {}

  @Handle(contract.queue.setWindowState)
  setWindowState(
    @Ctx() ctx: Context,
    @Param('windowId') windowId: string,
    @Body() body: SetWindowStateDto,
  ): Promise<WindowStatusView> {
    return this.windows.setState(ctx, windowId, body);
  }

  @Handle(contract.queue.openEmergency)
  async openEmergency(
    @Ctx() ctx: Context,
    @Param('hallId') hallId: string,
    @Body() body: WindowOfDto,
  ): Promise<DayBoardView> {
    await this.windows.openEmergency(ctx, hallId, body.windowId);
    return this.boards.board(ctx, hallId);
  }

  @Handle(contract.queue.callNext)
  callNext(@Ctx() ctx: Context, @Param('windowId') windowId: string): Promise<{ ticket: StaffTicketView | null }> {
    return this.calls.callNext(ctx, windowId);
  }

  @Handle(contract.queue.call)
  call(@Ctx() ctx: Context, @Param('ticketId') id: string, @Body() body: CallTicketDto): Promise<StaffTicketView> {
    return this.calls.call(ctx, id, body);
  }

  @Handle(contract.queue.recall)
  recall(@Ctx() ctx: Context, @Param('ticketId') id: string, @Body() body: TicketVersionDto): Promise<StaffTicketView> {
    return this.calls.recall(ctx, id, body);
  }

  @Handle(contract.queue.start)
  start(@Ctx() ctx: Context, @Param('ticketId') id: string, @Body() body: TicketVersionDto): Promise<StaffTicketView> {
    return this.serving.start(ctx, id, body);
  }

  @Handle(contract.queue.park)
  park(@Ctx() ctx: Context, @Param('ticketId') id: string, @Body() body: TicketReasonDto): Promise<StaffTicketView> {
    return this.serving.park(ctx, id, body);
  }

  @Handle(contract.queue.resume)
  resume(@Ctx() ctx: Context, @Param('ticketId') id: string, @Body() body: TicketVersionDto): Promise<StaffTicketView> {
    return this.serving.resume(ctx, id, body);
  }

  @Handle(contract.queue.transfer)
  transfer(
    @Ctx() ctx: Context,
    @Param('ticketId') id: string,
    @Body() body: TransferTicketDto,
  ): Promise<StaffTicketView> {
    return this.waiting.transfer(ctx, id, body);
  }

  @Handle(contract.queue.addMatter)
  addMatter(@Ctx() ctx: Context, @Param('ticketId') id: string, @Body() body: AddMatterDto): Promise<StaffTicketView> {
    return this.serving.addMatter(ctx, id, body);
  }

  @Handle(contract.queue.miss)
  miss(@Ctx() ctx: Context, @Param('ticketId') id: string, @Body() body: TicketVersionDto): Promise<StaffTicketView> {
    return this.serving.miss(ctx, id, body);
  }

  @Handle(contract.queue.return)
  return(@Ctx() ctx: Context, @Param('ticketId') id: string, @Body() body: TicketVersionDto): Promise<StaffTicketView> {
    return this.waiting.return(ctx, id, body);
  }

  @Handle(contract.queue.finish)
  finish(@Ctx() ctx: Context, @Param('ticketId') id: string, @Body() body: TicketVersionDto): Promise<StaffTicketView> {
    return this.serving.finish(ctx, id, body);
  }

  @Handle(contract.queue.leave)
  leave(@Ctx() ctx: Context, @Param('ticketId') id: string, @Body() body: TicketReasonDto): Promise<StaffTicketView> {
    return this.serving.leave(ctx, id, body);
  }
}
