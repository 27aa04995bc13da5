import type { MatterGroup } from '@yiyun/shared';

/** A supporting document: always asked for, or, with `when`, in the named situation only. */
export type DocumentSeed = string | readonly [name: string, when: string];

/** One entry of the catalogue as it is written down here; limits are in working days, null where none is published. */
export interface MatterSeed {
  /** The code of the published guide, from which the stable id is derived. */
  sourceCode: string;
  name: string;
  kind: '行政许可' | '行政确认' | '其他行政权力' | '公共服务';
  documents: readonly DocumentSeed[];
  statutory: number | null;
  promised: number | null;
  courier?: true;
  group: MatterGroup;
  /** Minutes at the counter, as planned for. */
  minutes: number;
  /** False for what is only done by telephone or on the web. */
  counter?: false;
  description: string;
  onlineHint: string;
  /** What people call it. */
  synonyms: readonly string[];
}
