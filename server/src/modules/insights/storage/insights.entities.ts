import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, flag, id, int, longText, nullable, text } from '../../../platform/database/columns.js';

/** One question or search in a masked copy, for counting. Made from other modules' data and can be made again. */
@Entity('question_entry')
@Index('question_entry_period', ['at', 'clusterId', 'kind', 'answered'])
@Index('question_entry_cluster', ['clusterId', 'at', 'id'])
@Index('question_entry_wording', ['textKey'])
export class QuestionEntryRow {
  /** That of the question's request or of the search. */
  @PrimaryColumn(id) id: string;
  @Column(text(8)) kind: 'question' | 'search';
  @Column(longText) text: string;
  /** SHA-256 of the normalised text: equal ones are counted together (I1). */
  @Column(text(64)) textKey: string;
  /** null until its wording has a cluster. */
  @Column(nullable(id)) clusterId: string | null;
  @Column(big) at: number;
  /** ISO week in Asia/Shanghai. */
  @Column(text(8)) week: string;
  @Column(nullable(text(16))) referenceNo: string | null;
  @Column(flag) answered: boolean;
  @Column(nullable(int)) resultCount: number | null;
}

/** Wordings that mean the same, under an id and a name that stay (I2). */
@Entity('question_cluster')
@Index('question_cluster_merged', ['mergedIntoId'])
export class QuestionClusterRow {
  @PrimaryColumn(id) id: string;
  @Column(text(60)) name: string;
  /** The living cluster that it was joined into, so that old links lead there. */
  @Column(nullable(id)) mergedIntoId: string | null;
  @Column(big) createdAt: number;
}

/** In which cluster a normalised wording is counted. */
@Entity('question_cluster_member')
@Index('question_cluster_wordings', ['clusterId'])
export class QuestionClusterMemberRow {
  @PrimaryColumn(text(64)) textKey: string;
  @Column(id) clusterId: string;
  @Column(longText) wording: string;
}

/** One row: how far the entries and clusters have come. Whoever changes them moves its version on. */
@Entity('clustering_state')
export class ClusteringStateRow {
  @PrimaryColumn(text(20)) id: string;
  @Column(int) version: number;
  @Column(big) questionsAt: number;
  @Column(id) questionsId: string;
  @Column(big) searchesAt: number;
  @Column(id) searchesId: string;
  @Column(big) computedAt: number;
}
