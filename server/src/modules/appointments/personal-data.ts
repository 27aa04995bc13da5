import { Injectable } from '@nestjs/common';
import type { AppointmentView, StrikeView } from '@yiyun/shared';
import type { PersonalDataSource } from '../identity/index.js';
import type { Command } from '../records/index.js';
import { AppointmentsService } from './appointments.service.js';
import { StandingService } from './strikes/standing.service.js';
import { WaitlistStore } from './waitlist/waitlist.store.js';

/** What appointments hold of a citizen: his notes, reasons and appeals are sealed; one that still lies ahead is open business. */
@Injectable()
export class AppointmentPersonalData implements PersonalDataSource {
  readonly title = '预约';

  constructor(
    private readonly appointments: AppointmentsService,
    private readonly standing: StandingService,
    private readonly waitlist: WaitlistStore,
  ) {}

  async export(citizenId: string): Promise<(AppointmentView | StrikeView)[]> {
    return [...(await this.appointments.allOf(citizenId)), ...(await this.standing.strikesOf(citizenId))];
  }

  async erase(command: Command, citizenId: string): Promise<void> {
    await command.change('UPDATE appointment SET noteSealed = NULL, reasonSealed = NULL WHERE citizenId = ?', [
      citizenId,
    ]);
    await command.change('UPDATE strike SET statementSealed = NULL, replySealed = NULL WHERE citizenId = ?', [
      citizenId,
    ]);
  }

  async openCount(citizenId: string, command: Command): Promise<number> {
    const [row] = await command.query<{ n: string | number }[]>(
      `SELECT COUNT(*) AS n FROM appointment
       WHERE citizenId = ? AND ((endsAt >= ? AND status IN ('pending','confirmed','checkedIn','serving')) OR heldUntil > ?)`,
      [citizenId, command.at, command.at],
    );
    return Number(row?.n ?? 0) + (await this.waitlist.openCount(command, citizenId));
  }
}
