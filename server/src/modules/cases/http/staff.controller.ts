import { Body, Controller, Param, Query } from '@nestjs/common';
import { contract, type Page, type StaffCaseDetailView, type StaffCaseView } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { CounterService } from '../counter.service.js';
import { OpenCaseService } from '../open-case.service.js';
import {
  AcceptCaseDto,
  CaseVersionDto,
  DecideCaseDto,
  DeclineCaseDto,
  HallCasesDto,
  OpenCaseDto,
  RequestCorrectionDto,
} from './case.dto.js';

@Controller()
export class StaffCasesController {
  constructor(
    private readonly counter: CounterService,
    private readonly opening: OpenCaseService,
  ) {}

  @Handle(contract.cases.hallList)
  list(
    @Ctx() ctx: Context,
    @Param('hallId') hallId: string,
    @Query() query: HallCasesDto,
  ): Promise<Page<StaffCaseView>> {
    return this.counter.list(ctx, hallId, query);
  }

  @Handle(contract.cases.hallGet)
  get(@Ctx() ctx: Context, @Param('caseId') id: string): Promise<StaffCaseDetailView> {
    return this.counter.get(ctx, id);
  }

  @Handle(contract.cases.open)
  open(@Ctx() ctx: Context, @Body() body: OpenCaseDto): Promise<StaffCaseDetailView> {
    return this.opening.open(ctx, body);
  }

  @Handle(contract.cases.accept)
  accept(@Ctx() ctx: Context, @Param('caseId') id: string, @Body() body: AcceptCaseDto): Promise<StaffCaseDetailView> {
    return this.counter.accept(ctx, id, body);
  }

  @Handle(contract.cases.review)
  review(@Ctx() ctx: Context, @Param('caseId') id: string, @Body() body: CaseVersionDto): Promise<StaffCaseDetailView> {
    return this.counter.review(ctx, id, body);
  }

  @Handle(contract.cases.requestCorrection)
  requestCorrection(
    @Ctx() ctx: Context,
    @Param('caseId') id: string,
    @Body() body: RequestCorrectionDto,
  ): Promise<StaffCaseDetailView> {
    return this.counter.requestCorrection(ctx, id, body);
  }

  @Handle(contract.cases.decide)
  decide(@Ctx() ctx: Context, @Param('caseId') id: string, @Body() body: DecideCaseDto): Promise<StaffCaseDetailView> {
    return this.counter.decide(ctx, id, body);
  }

  @Handle(contract.cases.complete)
  complete(
    @Ctx() ctx: Context,
    @Param('caseId') id: string,
    @Body() body: CaseVersionDto,
  ): Promise<StaffCaseDetailView> {
    return this.counter.complete(ctx, id, body);
  }

  @Handle(contract.cases.decline)
  decline(
    @Ctx() ctx: Context,
    @Param('caseId') id: string,
    @Body() body: DeclineCaseDto,
  ): Promise<StaffCaseDetailView> {
    return this.counter.decline(ctx, id, body);
  }
}
