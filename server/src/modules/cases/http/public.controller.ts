import { Body, Controller } from '@nestjs/common';
import { contract, type PublicCaseView } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { LookUpService } from '../look-up.service.js';
import { LookUpCaseDto } from './case.dto.js';

@Controller()
export class PublicCasesController {
  constructor(private readonly cases: LookUpService) {}

  @Handle(contract.cases.lookUp)
  lookUp(@Ctx() ctx: Context, @Body() body: LookUpCaseDto): Promise<PublicCaseView> {
    return this.cases.lookUp(ctx, body);
  }
}
