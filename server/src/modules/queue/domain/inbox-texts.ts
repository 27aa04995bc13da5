import type { DomainEvent } from '../../../platform/events/domain-event.js';

type Text = { title: string; body: string };

/** What a citizen's inbox says of a ticket; the label of the window is known to the caller. */
export const ticketInboxTexts: Readonly<Record<string, (event: DomainEvent, windowLabel: string) => Text>> = {
  TicketDrawn: ({ data }) => ({
    title: `已取号${data.number}`,
    body: '点开可看前面还有几位、大约等多久；可以设置快到时提醒。',
  }),
  TicketNear: ({ data }) => ({
    title: `${data.number}快到了`,
    body: `前面还有${data.aheadCount}位，请回到大厅，准备好材料。`,
  }),
  TicketCalled: ({ data }, windowLabel) => ({
    title: `请到${windowLabel}`,
    body: `正在叫${data.number}，请到${windowLabel}办理。`,
  }),
  TicketMissed: ({ data }) => ({
    title: `${data.number}已过号`,
    body: '叫号时没有等到您。到大厅后请告诉导税台，隔几位就会再叫您，不用重新取号。',
  }),
};
