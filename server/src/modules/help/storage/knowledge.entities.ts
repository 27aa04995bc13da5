import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, day, flag, id, int, json, longText, nullable, text } from '../../../platform/database/columns.js';

/**
 * What anyone may read: an article, or the masked copy of an answered question that its asker made public. A question's
 * id is that of its request. A withdrawn item keeps its row without its words.
 */
@Entity('knowledge_item')
export class KnowledgeItemRow {
  @PrimaryColumn(text(40)) id: string;
  @Column(text(8)) kind: 'article' | 'question';
  @Column(int) version: number;
  /** Place among the articles; 0 for questions. */
  @Column(int) position: number;
  @Column(longText) question: string;
  /** Other ways to ask it. */
  @Column(json) asks: string[];
  @Column(longText) answer: string;
  @Column(flag) official: boolean;
  @Column(nullable(text(300))) source: string | null;
  /** Local dates of the first and the last day on which the answer holds; null without a bound. */
  @Column(nullable(day)) validFrom: string | null;
  @Column(nullable(day)) validUntil: string | null;
  @Column(nullable(big)) answeredAt: number | null;
  /** The officer's voice answer. */
  @Column(nullable(id)) voiceClipId: string | null;
  @Column(big) publishedAt: number;
  @Column(nullable(big)) withdrawnAt: number | null;
}

/** Every search for an answer, with or without a result; personal numbers are masked before it is kept. */
@Entity('search_log')
@Index('search_log_at', ['at', 'id'])
@Index('search_log_citizen', ['citizenId'])
export class SearchLogRow {
  @PrimaryColumn(id) id: string;
  @Column(big) at: number;
  @Column(longText) text: string;
  @Column(int) resultCount: number;
  /** null for a visitor, and after the citizen's account was deleted. */
  @Column(nullable(id)) citizenId: string | null;
}

/** A citizen said that an answer shown before asking was enough. */
@Entity('deflection')
@Index('deflection_at', ['at'])
@Index('deflection_citizen', ['citizenId'])
export class DeflectionRow {
  @PrimaryColumn(id) id: string;
  @Column(id) citizenId: string;
  @Column(longText) text: string;
  @Column(text(40)) helpfulId: string;
  @Column(big) at: number;
}
