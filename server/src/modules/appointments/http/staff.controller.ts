import { Body, Controller, Param, Query } from '@nestjs/common';
import { contract, type Page, type StaffAppointmentDetailView, type StaffAppointmentView } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { CounterService } from '../counter.service.js';
import { RescheduleService } from '../reschedule.service.js';
import { ConfirmDto, DeclineDto, HallAppointmentsDto, RescheduleDto } from './appointments.dto.js';

@Controller()
export class StaffAppointmentsController {
  constructor(
    private readonly counter: CounterService,
    private readonly reschedules: RescheduleService,
  ) {}

  @Handle(contract.appointments.hallList)
  list(
    @Ctx() ctx: Context,
    @Param('hallId') hallId: string,
    @Query() query: HallAppointmentsDto,
  ): Promise<Page<StaffAppointmentView>> {
    return this.counter.list(ctx, hallId, query);
  }

  @Handle(contract.appointments.hallGet)
  get(@Ctx() ctx: Context, @Param('appointmentId') id: string): Promise<StaffAppointmentDetailView> {
    return this.counter.get(ctx, id);
  }

  @Handle(contract.appointments.hallReschedule)
  reschedule(
    @Ctx() ctx: Context,
    @Param('appointmentId') id: string,
    @Body() body: RescheduleDto,
  ): Promise<StaffAppointmentView> {
    return this.reschedules.byOfficer(ctx, id, body);
  }

  @Handle(contract.appointments.confirm)
  confirm(
    @Ctx() ctx: Context,
    @Param('appointmentId') id: string,
    @Body() body: ConfirmDto,
  ): Promise<StaffAppointmentView> {
    return this.counter.confirm(ctx, id, body);
  }

  @Handle(contract.appointments.decline)
  decline(
    @Ctx() ctx: Context,
    @Param('appointmentId') id: string,
    @Body() body: DeclineDto,
  ): Promise<StaffAppointmentView> {
    return this.counter.decline(ctx, id, body);
  }
}
