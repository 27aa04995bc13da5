import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import { contract, type HelpDetailView, type HelpSummaryView, type Page, type VoiceClipView } from '@yiyun/shared';
import type { FastifyRequest } from 'fastify';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { AskingService } from '../asking.service.js';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import { VoiceService } from '../voice/voice.service.js';
import {
  AcceptAnswerDto,
  AskDto,
  DeflectDto,
  MyQuestionsDto,
  ReopenDto,
  VersionDto,
  VisibilityDto,
} from './help.dto.js';
import { uploadedSound } from './sound.js';

@Controller()
export class CitizenHelpController {
  constructor(
    private readonly asking: AskingService,
    private readonly knowledge: KnowledgeService,
    private readonly voice: VoiceService,
  ) {}

  @Handle(contract.help.uploadVoice)
  async uploadVoice(@Ctx() ctx: Context, @Req() request: FastifyRequest): Promise<VoiceClipView> {
    return this.voice.uploadByCitizen(ctx, await uploadedSound(request, this.voice.maxSeconds));
  }

  @Handle(contract.help.deflect)
  deflect(@Ctx() ctx: Context, @Body() body: DeflectDto): Promise<{ thanked: true }> {
    return this.knowledge.deflect(ctx, body);
  }

  @Handle(contract.help.ask)
  ask(@Ctx() ctx: Context, @Body() body: AskDto): Promise<HelpDetailView> {
    return this.asking.ask(ctx, body);
  }

  @Handle(contract.help.mine)
  mine(@Ctx() ctx: Context, @Query() query: MyQuestionsDto): Promise<Page<HelpSummaryView>> {
    return this.asking.mine(ctx, query);
  }

  @Handle(contract.help.get)
  get(@Ctx() ctx: Context, @Param('helpRequestId') id: string): Promise<HelpDetailView> {
    return this.asking.get(ctx, id);
  }

  @Handle(contract.help.acceptAnswer)
  acceptAnswer(
    @Ctx() ctx: Context,
    @Param('helpRequestId') id: string,
    @Body() body: AcceptAnswerDto,
  ): Promise<HelpDetailView> {
    return this.asking.acceptAnswer(ctx, id, body);
  }

  @Handle(contract.help.reopen)
  reopen(@Ctx() ctx: Context, @Param('helpRequestId') id: string, @Body() body: ReopenDto): Promise<HelpDetailView> {
    return this.asking.reopen(ctx, id, body);
  }

  @Handle(contract.help.close)
  close(@Ctx() ctx: Context, @Param('helpRequestId') id: string, @Body() body: VersionDto): Promise<HelpDetailView> {
    return this.asking.close(ctx, id, body);
  }

  @Handle(contract.help.setVisibility)
  setVisibility(
    @Ctx() ctx: Context,
    @Param('helpRequestId') id: string,
    @Body() body: VisibilityDto,
  ): Promise<HelpDetailView> {
    return this.asking.setVisibility(ctx, id, body);
  }
}
