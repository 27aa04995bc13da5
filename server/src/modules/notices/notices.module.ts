import { Module } from '@nestjs/common';
import { PersonalDataSources } from '../identity/index.js';
import { Phrases } from '../records/index.js';
import { NoticeManagerController } from './http/manager.controller.js';
import { NoticeReaderController } from './http/reader.controller.js';
import { ManageNoticesService } from './manage-notices.service.js';
import { ReadNoticesService } from './read-notices.service.js';
import { NoticeRepository } from './storage/notice.repository.js';
import { noticeView } from './storage/notice.view.js';

@Module({
  controllers: [NoticeReaderController, NoticeManagerController],
  providers: [NoticeRepository, ReadNoticesService, ManageNoticesService],
})
export class NoticesModule {
  constructor(phrases: Phrases, sources: PersonalDataSources, notices: NoticeRepository) {
    phrases.teach({
      NoticeDrafted: (facts) => `起草公告“${String(facts['title'])}”`,
      NoticeEdited: (facts) => `修改公告“${String(facts['title'])}”`,
      NoticePublished: (facts) => `发布公告，接收人${String(facts['recipientCount'])}人`,
      NoticeCompleted: '结束展示公告',
      NoticesDelivered: (facts) => `${String(facts['count'])}条公告已送达`,
      NoticeRead: '阅读了公告',
    });
    sources.register({
      title: '公告',
      export: async (citizenId) => (await notices.addressedTo(citizenId)).map((row) => noticeView(row, row)),
      // A recipient is an id and two instants: nothing personal is left once the account is.
      erase: async () => undefined,
      openCount: async () => 0,
    });
  }
}
