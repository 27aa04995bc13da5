import { Body, Controller, Param, Query } from '@nestjs/common';
import { type CaseDetailView, type CaseSummaryView, contract, type Page } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { CasesService } from '../cases.service.js';
import { AnswerCorrectionDto, CaseVersionDto, MyCasesDto } from './case.dto.js';

@Controller()
export class CitizenCasesController {
  constructor(private readonly cases: CasesService) {}

  @Handle(contract.cases.mine)
  mine(@Ctx() ctx: Context, @Query() query: MyCasesDto): Promise<Page<CaseSummaryView>> {
    return this.cases.mine(ctx, query);
  }

  @Handle(contract.cases.get)
  get(@Ctx() ctx: Context, @Param('caseId') id: string): Promise<CaseDetailView> {
    return this.cases.get(ctx, id);
  }

  @Handle(contract.cases.answerCorrection)
  answerCorrection(
    @Ctx() ctx: Context,
    @Param('caseId') id: string,
    @Body() body: AnswerCorrectionDto,
  ): Promise<CaseDetailView> {
    return this.cases.answerCorrection(ctx, id, body);
  }

  @Handle(contract.cases.withdraw)
  withdraw(@Ctx() ctx: Context, @Param('caseId') id: string, @Body() body: CaseVersionDto): Promise<CaseDetailView> {
    return this.cases.withdraw(ctx, id, body);
  }
}
