import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import { contract, type KnowledgeView, type Page, type SimilarView } from '@yiyun/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import { VoiceService } from '../voice/voice.service.js';
import { KnowledgeListDto, PlayVoiceDto, SearchDto } from './help.dto.js';
import { sendSound } from './sound.js';

@Controller()
export class PublicHelpController {
  constructor(
    private readonly knowledge: KnowledgeService,
    private readonly voice: VoiceService,
  ) {}

  @Handle(contract.help.playVoice)
  async playVoice(
    @Param('voiceClipId') id: string,
    @Query() query: PlayVoiceDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    return sendSound(reply, await this.voice.play(id, query, request.headers.range)) as never;
  }

  @Handle(contract.help.similar)
  similar(@Query() query: SearchDto): Promise<SimilarView[]> {
    return this.knowledge.similar(query.q);
  }

  @Handle(contract.help.search)
  search(@Ctx() ctx: Context, @Query() query: SearchDto): Promise<SimilarView[]> {
    return this.knowledge.search(ctx, query.q);
  }

  @Handle(contract.help.knowledge)
  list(@Query() query: KnowledgeListDto): Promise<Page<KnowledgeView>> {
    return this.knowledge.list(query);
  }

  @Handle(contract.help.knowledgeGet)
  get(@Param('knowledgeId') id: string): Promise<KnowledgeView> {
    return this.knowledge.get(id);
  }
}
