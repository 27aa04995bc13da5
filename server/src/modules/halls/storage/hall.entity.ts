import type { IntervalView } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { flag, id, int, json, nullable, text } from '../../../platform/database/columns.js';

@Entity('hall')
export class HallRow {
  @PrimaryColumn(id) id: string;
  @Column(int) version: number;
  @Column(int) position: number;
  @Column(text(100)) name: string;
  @Column(text(200)) address: string;
  @Column(text(20)) telephone: string;
  @Column(int) latitudeE6: number;
  @Column(int) longitudeE6: number;
  @Column(json) weekly: IntervalView[][];
  @Column(text(500)) guide: string;
  @Column(int) capacitySimple: number;
  @Column(int) capacityComplex: number;
  @Column(nullable(text(300))) sampleNote: string | null;
}

/** A window of a hall; its changes count in the hall's version. */
@Entity('service_window')
@Index('service_window_hall', ['hallId', 'position'], { unique: true })
export class ServiceWindowRow {
  @PrimaryColumn(id) id: string;
  @Column(id) hallId: string;
  @Column(int) position: number;
  @Column(text(40)) label: string;
  /** Categories of matters. */
  @Column(json) skills: string[];
  @Column(flag) active: boolean;
}
