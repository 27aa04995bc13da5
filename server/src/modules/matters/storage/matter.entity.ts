import type { MatterGroup } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { flag, id, int, json, longText, nullable, text } from '../../../platform/database/columns.js';
import type { MatterDocument } from '../domain/matter.js';

@Entity('matter')
@Index('matter_source', ['sourceCode'], { unique: true })
export class MatterRow {
  @PrimaryColumn(id) id: string;
  @Column(int) version: number;
  @Column(int) position: number;
  @Column(text(40)) sourceCode: string;
  @Column(text(100)) name: string;
  @Column(text(20)) category: string;
  @Column(text(20)) kind: string;
  @Column(longText) description: string;
  @Column(json) synonyms: string[];
  @Column(json) applicants: string[];
  @Column(json) documents: MatterDocument[];
  @Column(nullable(int)) statutoryWorkingDays: number | null;
  @Column(nullable(int)) promisedWorkingDays: number | null;
  @Column(int) onSiteVisits: number;
  @Column(flag) courierDelivery: boolean;
  @Column({ ...text(10), name: 'matterGroup' }) group: MatterGroup;
  @Column(int) serviceMinutes: number;
  @Column(text(10)) confirmation: 'automatic' | 'officer';
  @Column(flag) counterAvailable: boolean;
  @Column(flag) onlineAvailable: boolean;
  @Column(nullable(text(300))) onlineHint: string | null;
  @Column(nullable(text(300))) sampleNote: string | null;
}
