import { Controller, Param, Query } from '@nestjs/common';
import {
  contract,
  type DeflectionEntryView,
  type DeflectionsView,
  type HotQuestionEntryView,
  type HotQuestionsView,
  type Page,
} from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { DeflectionsService } from '../deflections.service.js';
import { HotQuestionsService } from '../hot-questions.service.js';
import { DeflectionEntriesDto, DeflectionsDto, HotQuestionEntriesDto, HotQuestionsDto } from './insights.dto.js';

@Controller()
export class ManagerInsightsController {
  constructor(
    private readonly hotQuestions: HotQuestionsService,
    private readonly savings: DeflectionsService,
  ) {}

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

  @Handle(contract.insights.deflections)
  deflections(@Query() query: DeflectionsDto): Promise<DeflectionsView> {
    return this.savings.count(query);
  }

  @Handle(contract.insights.deflectionEntries)
  deflectionEntries(@Ctx() ctx: Context, @Query() query: DeflectionEntriesDto): Promise<Page<DeflectionEntryView>> {
    return this.savings.entries(ctx, query);
  }
}
