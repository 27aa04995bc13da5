import { Controller, Param } from '@nestjs/common';
import { contract, type HallLoadView, type HallScreenView, type LiveTicketView } from '@yiyun/shared';
import { Handle } from '../../../platform/http/handle.js';
import { BoardService } from '../board.service.js';
import { CitizenTicketsService } from '../citizen-tickets.service.js';

@Controller()
export class PublicQueueController {
  constructor(
    private readonly boards: BoardService,
    private readonly tickets: CitizenTicketsService,
  ) {}

  @Handle(contract.queue.load)
  load(): Promise<HallLoadView[]> {
    return this.boards.loads();
  }

  @Handle(contract.queue.screen)
  screen(@Param('hallId') hallId: string): Promise<HallScreenView> {
    return this.boards.screen(hallId);
  }

  @Handle(contract.queue.publicTicket)
  publicTicket(@Param('publicToken') publicToken: string): Promise<LiveTicketView> {
    return this.tickets.byToken(publicToken);
  }
}
