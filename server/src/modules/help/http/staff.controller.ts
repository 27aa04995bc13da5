import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import { contract, type Page, type StaffHelpDetailView, type StaffHelpView, type VoiceClipView } from '@yiyun/shared';
import type { FastifyRequest } from 'fastify';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { AnsweringService } from '../answering.service.js';
import { VoiceService } from '../voice/voice.service.js';
import { AnswerDto, StaffHelpDto, TranscriptDto, VersionDto } from './help.dto.js';
import { uploadedSound } from './sound.js';

@Controller()
export class StaffHelpController {
  constructor(
    private readonly answering: AnsweringService,
    private readonly voice: VoiceService,
  ) {}

  @Handle(contract.help.staffUploadVoice)
  async uploadVoice(@Ctx() ctx: Context, @Req() request: FastifyRequest): Promise<VoiceClipView> {
    return this.voice.uploadByStaff(ctx, await uploadedSound(request, this.voice.maxSeconds));
  }

  @Handle(contract.help.staffList)
  list(@Ctx() ctx: Context, @Query() query: StaffHelpDto): Promise<Page<StaffHelpView>> {
    return this.answering.list(ctx, query);
  }

  @Handle(contract.help.staffGet)
  get(@Ctx() ctx: Context, @Param('helpRequestId') id: string): Promise<StaffHelpDetailView> {
    return this.answering.get(ctx, id);
  }

  @Handle(contract.help.claim)
  claim(
    @Ctx() ctx: Context,
    @Param('helpRequestId') id: string,
    @Body() body: VersionDto,
  ): Promise<StaffHelpDetailView> {
    return this.answering.claim(ctx, id, body);
  }

  @Handle(contract.help.release)
  release(
    @Ctx() ctx: Context,
    @Param('helpRequestId') id: string,
    @Body() body: VersionDto,
  ): Promise<StaffHelpDetailView> {
    return this.answering.release(ctx, id, body);
  }

  @Handle(contract.help.transcribe)
  transcribe(
    @Ctx() ctx: Context,
    @Param('helpRequestId') id: string,
    @Body() body: TranscriptDto,
  ): Promise<StaffHelpDetailView> {
    return this.answering.transcribe(ctx, id, body);
  }

  @Handle(contract.help.answer)
  answer(
    @Ctx() ctx: Context,
    @Param('helpRequestId') id: string,
    @Body() body: AnswerDto,
  ): Promise<StaffHelpDetailView> {
    return this.answering.answer(ctx, id, body);
  }
}
