import { Controller, Param, Query } from '@nestjs/common';
import { contract, type HotQuestionEntryView, type HotQuestionsView, type Page } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { HotQuestionsService } from '../hot-questions.service.js';
import { HotQuestionEntriesDto, HotQuestionsDto } from './hot-questions.dto.js';

@Controller()
export class ManagerInsightsController {
  constructor(private readonly hotQuestions: HotQuestionsService) {}

  @Handle(contract.insights.hotQuestions)
  list(@Query() query: HotQuestionsDto): Promise<HotQuestionsView> {
    return this.hotQuestions.list(query);
  }

  @Handle(contract.insights.hotQuestionEntries)
  entries(
    @Ctx() ctx: Context,
    @Param('clusterId') clusterId: string,
    @Query() query: HotQuestionEntriesDto,
  ): Promise<Page<HotQuestionEntryView>> {
    return this.hotQuestions.entries(ctx, clusterId, query);
  }
}
