import { Body, Controller, Param } from '@nestjs/common';
import {
  type BookForBody,
  bookForRules,
  type CalendarFileView,
  contract,
  type StaffAppointmentView,
} from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Dto } from '../../../platform/http/dto.js';
import { Handle } from '../../../platform/http/handle.js';
import { BookForService } from '../book-for.service.js';
import { CalendarFileService } from '../calendar-file.service.js';

class BookForDto extends Dto<BookForBody>(bookForRules) {}

@Controller()
export class AppointmentExtrasController {
  constructor(
    private readonly calendarFiles: CalendarFileService,
    private readonly officers: BookForService,
  ) {}

  @Handle(contract.appointments.calendarFile)
  calendarFile(@Ctx() ctx: Context, @Param('appointmentId') id: string): Promise<CalendarFileView> {
    return this.calendarFiles.get(ctx, id);
  }

  @Handle(contract.appointments.bookFor)
  bookFor(
    @Ctx() ctx: Context,
    @Param('hallId') hallId: string,
    @Body() body: BookForDto,
  ): Promise<StaffAppointmentView> {
    return this.officers.bookFor(ctx, hallId, body);
  }
}
