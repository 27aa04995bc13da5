import { Body, Controller, Param } from '@nestjs/common';
import { contract, type QueuePolicyView } from '@yiyun/shared';
import { type Context, Ctx } from '../../../platform/http/context.js';
import { Handle } from '../../../platform/http/handle.js';
import { QueuePolicies } from '../queue-policies.js';
import { UpdateQueuePolicyDto } from './queue.dto.js';

@Controller()
export class QueuePolicyController {
  constructor(private readonly policies: QueuePolicies) {}

  @Handle(contract.queue.policy)
  policy(@Param('hallId') hallId: string): Promise<QueuePolicyView> {
    return this.policies.view(hallId);
  }

  @Handle(contract.queue.updatePolicy)
  updatePolicy(
    @Ctx() ctx: Context,
    @Param('hallId') hallId: string,
    @Body() body: UpdateQueuePolicyDto,
  ): Promise<QueuePolicyView> {
    return this.policies.update(ctx, hallId, body);
  }
}
