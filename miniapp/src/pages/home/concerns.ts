import type { AppointmentView, CaseSummaryView, DisruptionOfferView, HelpSummaryView } from '@yiyun/shared';
import { now } from '@/lib/clock';
import { go, goTab } from '@/lib/go';
import { shortHall } from '@/lib/hall-words';
import { sayWhen } from '@/lib/time';

/** Something that waits for this person, in a sentence that leads there. */
export interface Concern {
  id: string;
  tone: 'attention' | 'done';
  text: string;
  open: () => void;
}

const SOON_WORKING_DAYS = 3;
const LONGEST_TITLE = 18;

interface Open {
  offers: readonly DisruptionOfferView[];
  /** Places that are kept and not submitted. */
  held: readonly AppointmentView[];
  cases: readonly CaseSummaryView[];
  questions: readonly HelpSummaryView[];
}

/** One sentence for each kind, however many there are of it: what must be answered, what is due, what was answered. */
export function concernsOf({ offers, held, cases, questions }: Open): Concern[] {
  const unanswered = offers.filter(({ availableActions }) => availableActions.includes('choose'));
  const paused = cases.filter((one) => one.paused);
  const due = cases.filter((one) => !one.paused && (one.workingDaysLeft ?? Infinity) <= SOON_WORKING_DAYS);
  const answered = questions.filter(({ status }) => status === 'answered');
  const openCase = ({ id }: CaseSummaryView) => go('cases/detail', { caseId: id });
  const openQuestion = ({ id }: HelpSummaryView) => go('help/detail', { helpRequestId: id });
  return [
    ...gathered(unanswered, {
      id: 'offers',
      tone: 'attention',
      one: ({ startsAt, hall }) => `${shortHall(hall.name)}停办，${sayWhen(startsAt, now())}的预约请改时间`,
      many: (count) => `办税服务厅停办，有${count}个预约请改时间`,
      openOne: ({ id }) => go('disruptions/offer', { affectedPartyId: id }),
      openAll: () => go('disruptions/offer'),
    }),
    ...gathered(held, {
      id: 'held',
      tone: 'attention',
      one: ({ heldUntil, startsAt }) =>
        `${sayWhen(startsAt, now())}的号替您留到${sayWhen(heldUntil ?? 0, now())}，请提交`,
      many: (count) => `替您留着${count}个号，请提交`,
      openOne: ({ id }) => go('booking/check', { appointmentId: id }),
      openAll: () => go('booking/list'),
    }),
    ...gathered(paused, {
      id: 'corrections',
      tone: 'attention',
      one: ({ matter }) => `请补正：${matter.name}`,
      many: (count) => `有${count}件事等您补正`,
      openOne: openCase,
      openAll: () => goTab('progress'),
    }),
    ...gathered(due, {
      id: 'due',
      tone: 'attention',
      one: (one) => `${sayLeft(one.workingDaysLeft ?? 0)}：${one.matter.name}`,
      many: (count) => `有${count}件事在${SOON_WORKING_DAYS}个工作日内到期`,
      openOne: openCase,
      openAll: () => goTab('progress'),
    }),
    ...gathered(answered, {
      id: 'answered',
      tone: 'done',
      one: ({ title }) => `有答复了：${shortened(title)}`,
      many: (count) => `您的${count}个提问有了答复`,
      openOne: openQuestion,
      openAll: () => go('help/list'),
    }),
  ];
}

interface Words<T> extends Pick<Concern, 'id' | 'tone'> {
  one: (thing: T) => string;
  many: (count: number) => string;
  openOne: (thing: T) => void;
  openAll: () => void;
}

function gathered<T>(things: readonly T[], { id, tone, one, many, openOne, openAll }: Words<T>): Concern[] {
  const [first] = things;
  if (first === undefined) return [];
  return things.length === 1
    ? [{ id, tone, text: one(first), open: () => openOne(first) }]
    : [{ id, tone, text: many(things.length), open: openAll }];
}

function sayLeft(workingDays: number): string {
  if (workingDays < 0) return `已超过办理期限${-workingDays}个工作日`;
  return workingDays === 0 ? '今天应当办结' : `剩${workingDays}个工作日办结`;
}

function shortened(title: string): string {
  const letters = Array.from(title);
  return letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE).join('')}…` : title;
}
