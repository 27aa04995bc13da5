import { Injectable } from '@nestjs/common';
import {
  type HelpDetailView,
  type HelpSummaryView,
  maskName,
  type StaffHelpDetailView,
  type StaffHelpView,
} from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { CitizenActor, StaffActor } from '../../platform/http/context.js';
import { Citizens } from '../identity/index.js';
import { Matters } from '../matters/index.js';
import { RecordReader, StaffNames } from '../records/index.js';
import { postView, type Reader, summaryView } from './storage/help.view.js';
import { type ListedRequest, RequestRepository } from './storage/request.repository.js';
import { VoiceClips } from './voice/voice-clips.js';

const NAMELESS = '纳税人';
const WAITS: readonly string[] = ['open', 'claimed', 'reopened'];

/** Questions as a citizen or an officer sees them. */
@Injectable()
export class HelpViews {
  constructor(
    private readonly requests: RequestRepository,
    private readonly clips: VoiceClips,
    private readonly records: RecordReader,
    private readonly citizens: Citizens,
    private readonly staffNames: StaffNames,
    private readonly matters: Matters,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  forCitizen(row: ListedRequest): HelpSummaryView {
    return this.summary(row, { kind: 'citizen', id: row.citizenId });
  }

  async detailForCitizen(citizen: CitizenActor, row: ListedRequest): Promise<HelpDetailView> {
    const reader: Reader = { kind: 'citizen', id: row.citizenId };
    const [posts, timeline] = await Promise.all([
      this.posts(row, reader, ''),
      this.records.timeline(citizen, `help:${row.id}`),
    ]);
    return { ...this.summary(row, reader), posts, timeline };
  }

  async forStaff(staff: StaffActor, rows: readonly ListedRequest[]): Promise<StaffHelpView[]> {
    const assignees = [...new Set(rows.map((row) => row.assigneeId).filter((id) => id !== null))];
    const [askers, names] = await Promise.all([
      this.citizens.citizensOf([...new Set(rows.map((row) => row.citizenId))]),
      this.staffNames.namesOf(assignees),
    ]);
    const now = this.clock.now();
    return rows.map((row) => {
      const end = WAITS.includes(row.status) ? now : (row.answeredAt ?? row.changedAt);
      return {
        ...this.summary(row, { kind: 'officer', id: staff.id }),
        askerName: maskName(askers.get(row.citizenId)?.name ?? '') || NAMELESS,
        assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: names.get(row.assigneeId) ?? '' },
        waitingMs: Math.max(0, end - row.waitingSince),
      };
    });
  }

  async detailForStaff(staff: StaffActor, row: ListedRequest): Promise<StaffHelpDetailView> {
    const [view] = (await this.forStaff(staff, [row])) as [StaffHelpView];
    const [posts, timeline] = await Promise.all([
      this.posts(row, { kind: 'officer', id: staff.id }, view.askerName),
      this.records.timeline(staff, `help:${row.id}`),
    ]);
    return { ...view, posts, timeline };
  }

  private summary(row: ListedRequest, reader: Reader): HelpSummaryView {
    const matterName = row.matterId === null ? null : (this.matters.find(row.matterId)?.name ?? null);
    return summaryView(row, reader, matterName, this.personalData);
  }

  private async posts(row: ListedRequest, reader: Reader, asker: string): Promise<HelpDetailView['posts']> {
    const posts = await this.requests.posts([row.id]);
    const officers = [...new Set(posts.filter((post) => post.byKind === 'officer').map((post) => post.byId))];
    const [voices, names] = await Promise.all([
      this.clips.viewsOf(posts.map((post) => post.voiceClipId)),
      this.staffNames.namesOf(officers),
    ]);
    return posts.map((post) =>
      postView(post, reader, {
        voice: voices.get(post.voiceClipId ?? '') ?? null,
        asker,
        nameOf: (id) => names.get(id) ?? '',
        personalData: this.personalData,
      }),
    );
  }
}
