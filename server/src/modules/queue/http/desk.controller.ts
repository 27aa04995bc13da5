import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  contract,
  type DayBoardView,
  type DaySummaryView,
  type Page,
  type PaperBlockView,
  type PaperReconciliationView,
  type StaffTicketDetailView,
  type StaffTicketView,
} from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { BoardService } from '../board.service.js';
import { DayService } from '../day.service.js';
import { DrawService } from '../draw.service.js';
import { TicketListsService } from '../lists.service.js';
import { PaperService } from '../paper.service.js';
import {
  CheckInDto,
  DayDto,
  DrawTicketDto,
  FindAppointmentsDto,
  ReconcilePaperDto,
  ReservePaperDto,
  TicketListDto,
} from './queue.dto.js';

/** The guide desk and whoever looks at the day. */
@Controller()
export class DeskController {
  constructor(
    private readonly boards: BoardService,
    private readonly lists: TicketListsService,
    private readonly days: DayService,
    private readonly drawing: DrawService,
    private readonly paper: PaperService,
  ) {}

  @Handle(contract.queue.board)
  board(@Ctx() ctx: Context, @Param('hallId') hallId: string): Promise<DayBoardView> {
    return this.boards.board(ctx, hallId);
  }

  @Handle(contract.queue.list)
  list(
    @Ctx() ctx: Context,
    @Param('hallId') hallId: string,
    @Query() query: TicketListDto,
  ): Promise<Page<StaffTicketView>> {
    return this.lists.list(ctx, hallId, query);
  }

  @Handle(contract.queue.get)
  get(@Ctx() ctx: Context, @Param('ticketId') id: string): Promise<StaffTicketDetailView> {
    return this.lists.get(ctx, id);
  }

  @Handle(contract.queue.day)
  day(@Ctx() ctx: Context, @Param('hallId') hallId: string, @Query() query: DayDto): Promise<DaySummaryView> {
    return this.days.summary(ctx, hallId, query.on);
  }

  @Handle(contract.queue.findAppointments)
  findAppointments(@Ctx() ctx: Context, @Param('hallId') hallId: string, @Query() query: FindAppointmentsDto) {
    return this.drawing.findAppointments(ctx, hallId, query.phoneTail);
  }

  @Handle(contract.queue.checkIn)
  checkIn(@Ctx() ctx: Context, @Param('hallId') hallId: string, @Body() body: CheckInDto): Promise<StaffTicketView> {
    return this.drawing.checkIn(ctx, hallId, body);
  }

  @Handle(contract.queue.draw)
  draw(@Ctx() ctx: Context, @Param('hallId') hallId: string, @Body() body: DrawTicketDto): Promise<StaffTicketView> {
    return this.drawing.draw(ctx, hallId, body);
  }

  @Handle(contract.queue.reservePaper)
  reservePaper(
    @Ctx() ctx: Context,
    @Param('hallId') hallId: string,
    @Body() body: ReservePaperDto,
  ): Promise<PaperBlockView> {
    return this.paper.reserve(ctx, hallId, body.count);
  }

  @Handle(contract.queue.reconcilePaper)
  reconcilePaper(
    @Ctx() ctx: Context,
    @Param('hallId') hallId: string,
    @Body() body: ReconcilePaperDto,
  ): Promise<PaperReconciliationView> {
    return this.paper.reconcile(ctx, hallId, body.text);
  }
}
