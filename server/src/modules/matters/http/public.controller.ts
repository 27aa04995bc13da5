import { Controller, Param, Query } from '@nestjs/common';
import { contract, type MatterSummaryView, type MatterView, type Page } from '@yiyun/shared';
import { Handle } from '../../../platform/http/handle.js';
import { MattersService } from '../matters.service.js';
import { MatterListDto } from './matter.dto.js';

@Controller()
export class PublicMattersController {
  constructor(private readonly matters: MattersService) {}

  @Handle(contract.matters.categories)
  categories(): Promise<{ name: string; count: number }[]> {
    return this.matters.categories();
  }

  @Handle(contract.matters.list)
  list(@Query() query: MatterListDto): Promise<Page<MatterSummaryView>> {
    return this.matters.list(query);
  }

  @Handle(contract.matters.get)
  get(@Param('matterId') matterId: string): Promise<MatterView> {
    return this.matters.get(matterId);
  }
}
