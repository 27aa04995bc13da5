import type { StaffActor } from '../../platform/http/context.js';
import type { Command } from '../records/index.js';

/** Tickets as cases need them, within the caller's command; bound in the wiring. */
export abstract class TicketSource {
  /**
   * The ticket remembers the case. Refuses with `request.not_found` at another hall, with `request.not_available` when it
   * is not being served, and with `queue.not_your_window` when another officer serves it.
   */
  abstract keepCase(
    command: Command,
    officer: StaffActor,
    wanted: { ticketId: string; hallId: string; caseId: string },
  ): Promise<void>;
}
