export { CallListService } from './call-list.service.js';
export { DisruptionsModule } from './disruptions.module.js';
export { DisruptionsService } from './disruptions.service.js';
export { OffersService } from './offers.service.js';
export { OffersWorker } from './offers.worker.js';
export { disruptionEntities } from './storage/disruption.entities.js';
export { DisruptionRepository } from './storage/disruption.repository.js';
