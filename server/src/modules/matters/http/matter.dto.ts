import { type MatterListQuery, matterListRules } from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class MatterListDto extends Dto<MatterListQuery>(matterListRules) {}
