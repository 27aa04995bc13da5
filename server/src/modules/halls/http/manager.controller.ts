import { Body, Controller, Param, Query } from '@nestjs/common';
import { type CalendarView, contract, type ManagedHallView } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { CalendarService } from '../calendar.service.js';
import { HallsService } from '../halls.service.js';
import { CalendarQueryDto, ImportCalendarDto, UpdateHallDto } from './hall.dto.js';

@Controller()
export class ManagerHallsController {
  constructor(
    private readonly halls: HallsService,
    private readonly calendar: CalendarService,
  ) {}

  @Handle(contract.halls.managedList)
  managedList(): Promise<ManagedHallView[]> {
    return this.halls.managedList();
  }

  @Handle(contract.halls.update)
  update(@Ctx() ctx: Context, @Param('hallId') hallId: string, @Body() body: UpdateHallDto): Promise<ManagedHallView> {
    return this.halls.update(ctx, hallId, body);
  }

  @Handle(contract.halls.calendar)
  calendarOf(@Query() query: CalendarQueryDto): Promise<CalendarView> {
    return this.calendar.view(query.year);
  }

  @Handle(contract.halls.importCalendar)
  importCalendar(@Ctx() ctx: Context, @Body() body: ImportCalendarDto): Promise<CalendarView> {
    return this.calendar.import(ctx, body);
  }
}
