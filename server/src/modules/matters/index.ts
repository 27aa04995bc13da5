import { MatterRow } from './storage/matter.entity.js';

export type { Matter, MatterDocument } from './domain/matter.js';
export { Matters } from './matters.js';
export { MattersModule } from './matters.module.js';

/** The module's tables. */
export const matterEntities = [MatterRow];
