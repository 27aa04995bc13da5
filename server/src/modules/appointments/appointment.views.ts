import { Injectable } from '@nestjs/common';
import type { AppointmentView, StaffAppointmentView } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { Halls } from '../halls/index.js';
import { Citizens, type Taxpayer, Taxpayers } from '../identity/index.js';
import { Matters } from '../matters/index.js';
import type { Command } from '../records/index.js';
import { BookingPolicies } from './policies/booking-policies.js';
import type { AppointmentRow } from './storage/appointment.entities.js';
import { type AppointmentParts, appointmentView, staffAppointmentView } from './storage/appointment.view.js';

const noContact = { id: '', name: '已注销用户', phone: null, maskedPhone: null, openid: null, hasAccount: false };
const noTaxpayer = (id: string): Taxpayer => ({
  id,
  kind: 'individual',
  citizenId: null,
  name: '已注销用户',
  uscc: null,
});

/** Appointments as people read them. Inside a command give the command. */
@Injectable()
export class AppointmentViews {
  constructor(
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly citizens: Citizens,
    private readonly taxpayers: Taxpayers,
    private readonly policies: BookingPolicies,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** As its owner reads it, where the taxpayer is known. */
  of(row: AppointmentRow, taxpayer: Taxpayer): AppointmentView {
    return appointmentView(row, this.partsOf(row, taxpayer), this.personalData);
  }

  async forCitizen(rows: readonly AppointmentRow[], within?: Command): Promise<AppointmentView[]> {
    const taxpayers = await this.taxpayers.taxpayersOf(
      rows.map((row) => row.taxpayerId),
      within,
    );
    return rows.map((row) => this.of(row, taxpayers.get(row.taxpayerId) ?? noTaxpayer(row.taxpayerId)));
  }

  async forStaff(rows: readonly AppointmentRow[], within?: Command): Promise<StaffAppointmentView[]> {
    const contacts = await this.citizens.citizensOf(
      rows.map((row) => row.citizenId),
      within,
    );
    const taxpayers = await this.taxpayers.taxpayersOf(
      rows.map((row) => row.taxpayerId),
      within,
    );
    return rows.map((row) => {
      const parts = this.partsOf(row, taxpayers.get(row.taxpayerId) ?? noTaxpayer(row.taxpayerId));
      return staffAppointmentView(row, parts, contacts.get(row.citizenId) ?? noContact, this.personalData);
    });
  }

  private partsOf(row: AppointmentRow, taxpayer: Taxpayer): AppointmentParts {
    return {
      hall: this.halls.get(row.hallId),
      matters: row.matterIds.map((id) => this.matters.get(id)),
      taxpayer,
      rules: this.policies.get(row.policyId).rules,
      now: this.clock.now(),
    };
  }
}
