import { Injectable } from '@nestjs/common';
import type { ReferencePrefix } from '@yiyun/shared';
import type { NumberedThings } from '../modules/records/index.js';
import { Database } from '../platform/database/database.js';

/** Where the number of each prefix stands, and the kind of stream that its row has. */
const places: Record<ReferencePrefix, { table: string; column: string; stream: string }> = {
  Y: { table: 'appointment', column: 'referenceNo', stream: 'appointment' },
  S: { table: 'service_case', column: 'receiptNo', stream: 'case' },
  W: { table: 'help_request', column: 'referenceNo', stream: 'help' },
};

/** Appointments, cases and questions by the numbers that taxpayers have of them. */
@Injectable()
export class NumbersOfThings implements NumberedThings {
  constructor(private readonly db: Database) {}

  async streamOf(referenceNo: string): Promise<string | undefined> {
    const { table, column, stream } = places[referenceNo.charAt(0) as ReferencePrefix];
    const [row] = await this.db.read.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE ${column} = ?`, [
      referenceNo,
    ]);
    return row && `${stream}:${row.id}`;
  }
}
