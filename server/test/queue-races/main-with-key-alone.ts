import { TicketRepository } from '../../src/modules/queue/storage/ticket.repository.js';
import { WindowStore } from '../../src/modules/queue/storage/window.store.js';

/** The program in which a window takes no turns and seems to have nobody in hand, so that its key on the ticket stands alone. */
WindowStore.prototype.takeTurn = async () => true;
TicketRepository.prototype.atWindow = async () => [];

await import('../../src/main.js');
