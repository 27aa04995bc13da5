import { Body, Controller, Param, Query } from '@nestjs/common';
import { type AppointmentDetailView, type AppointmentView, contract, type Page } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { AppointmentsService } from '../appointments.service.js';
import { RescheduleService } from '../reschedule.service.js';
import {
  BookAppointmentDto,
  CancelAppointmentDto,
  HoldDto,
  MyAppointmentsDto,
  RescheduleDto,
  SubmitHoldDto,
} from './appointments.dto.js';

@Controller()
export class CitizenAppointmentsController {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly reschedules: RescheduleService,
  ) {}

  @Handle(contract.appointments.hold)
  hold(@Ctx() ctx: Context, @Body() body: HoldDto): Promise<AppointmentView> {
    return this.appointments.hold(ctx, body);
  }

  @Handle(contract.appointments.submit)
  submit(
    @Ctx() ctx: Context,
    @Param('appointmentId') id: string,
    @Body() body: SubmitHoldDto,
  ): Promise<AppointmentView> {
    return this.appointments.submit(ctx, id, body);
  }

  @Handle(contract.appointments.reschedule)
  reschedule(
    @Ctx() ctx: Context,
    @Param('appointmentId') id: string,
    @Body() body: RescheduleDto,
  ): Promise<AppointmentView> {
    return this.reschedules.byCitizen(ctx, id, body);
  }

  @Handle(contract.appointments.book)
  book(@Ctx() ctx: Context, @Body() body: BookAppointmentDto): Promise<AppointmentView> {
    return this.appointments.book(ctx, body);
  }

  @Handle(contract.appointments.mine)
  mine(@Ctx() ctx: Context, @Query() query: MyAppointmentsDto): Promise<Page<AppointmentView>> {
    return this.appointments.mine(ctx, query);
  }

  @Handle(contract.appointments.get)
  get(@Ctx() ctx: Context, @Param('appointmentId') id: string): Promise<AppointmentDetailView> {
    return this.appointments.get(ctx, id);
  }

  @Handle(contract.appointments.cancel)
  cancel(
    @Ctx() ctx: Context,
    @Param('appointmentId') id: string,
    @Body() body: CancelAppointmentDto,
  ): Promise<AppointmentView> {
    return this.appointments.cancel(ctx, id, body);
  }
}
