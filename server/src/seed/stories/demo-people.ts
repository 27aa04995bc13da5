import { readFile } from 'node:fs/promises';
import { addWorkingDays, CalendarRangeError, instantAt, localDateOf } from '@yiyun/shared';
import type { Hall } from '../../modules/halls/index.js';
import type { Matter } from '../../modules/matters/index.js';
import { FAQ_ARTICLES } from '../faq-articles.js';
import { lotsOf } from '../lots.js';
import type { Person } from '../people.js';
import type { World } from '../world.js';
import { book, settle, type Visit } from './appointments.js';
import { planLookAtApp } from './inbox.js';
import { type ScriptedStep, tellSteps } from './scripted-cases.js';
import { askAndAnswer, leaveVoiceQuestion, type ScriptedQuestion } from './scripted-questions.js';

/** So many working days from today (before it when negative), and minutes after midnight. */
type When = readonly [days: number, minutes: number];

/** The part of the demonstration's four accounts and of the next days: what one finds when trying the system out. */
export async function planDemoPeople(world: World, people: readonly Person[]): Promise<void> {
  try {
    const script = new Script(world);
    const [accountant, bookkeeper, owner, elder] = people as [Person, Person, Person, Person];
    planAccountant(script, accountant);
    planBookkeeper(script, bookkeeper, await sound('demo-question.mp3'));
    planOwner(script, owner);
    planElder(script, elder, await sound('demo-question.mp3'), await sound('demo-answer.mp3'));
    planComingDays(script);
  } catch (error) {
    // The calendar ends before today: there is nothing to be done today either.
    if (!(error instanceof CalendarRangeError)) throw error;
  }
}

const sound = (name: string): Promise<Buffer> => readFile(new URL(`../../../assets/${name}`, import.meta.url));

/** 办税员 of a company: a past, a correction to answer, a visit to come, answers to read. */
function planAccountant(script: Script, person: Person): void {
  const at = script.hall(0);
  for (const [days, name] of [
    [-180, '代开增值税专用发票'],
    [-118, '开具税收完税证明'],
    [-64, '建筑业项目报告'],
    [-21, '代开增值税普通发票'],
  ] as const) {
    script.served(person, at, name, [days, 600]);
  }
  script.case(
    person,
    at,
    '对纳税人延期缴纳税款的核准',
    [-4, 600],
    [
      { at: script.instant([-4, 612]), act: 'accept' },
      { at: script.instant([-3, 570]), act: 'review' },
      {
        at: script.instant([-2, 925]),
        act: 'requestCorrection',
        words: '应付职工工资和社会保险费的支出预算只有合计数，请按月列明后补交，并加盖公章。',
      },
    ],
  );
  script.coming(person, at, '开具税收完税证明', [-1, 1230], [2, 570], '需要开具两份。');
  script.coming(person, at, '对纳税人变更纳税定额的核准', [-1, 1240], [4, 840]);
  script.question(person, { topicId: 'vat-small', askedAt: [-12, 1130], answeredAt: [-11, 545], accepted: 'public' });
  script.question(person, { topicId: 'six-two', askedAt: [-2, 1190], answeredAt: [-1, 560], accepted: 'no' });
  script.looksAtApp(person, [-8, 1200]);
}

/** Keeps the books of two firms: a case due soon, one overdue, a voice question that waits for an officer. */
function planBookkeeper(script: Script, person: Person, voice: Buffer): void {
  const at = script.hall(1);
  script.served(person, at, '代开增值税普通发票', [-40, 870]);
  script.case(
    person,
    at,
    '建筑业项目报告',
    [-1, 870],
    [
      { at: script.instant([-1, 880]), act: 'accept' },
      { at: script.instant([-1, 990]), act: 'review' },
    ],
  );
  script.case(
    person,
    at,
    '停业登记',
    [-5, 630],
    [
      { at: script.instant([-5, 640]), act: 'accept' },
      { at: script.instant([-4, 900]), act: 'review' },
    ],
  );
  script.coming(person, at, '建筑业项目报告', [-1, 1215], [1, 600]);
  leaveVoiceQuestion(script.world, {
    person,
    sound: voice,
    text: '我们是按季申报的小规模纳税人。',
    at: script.instant([-1, 1260]),
  });
}

/** A shopkeeper: an appointment that was declined, one that is confirmed, a case that is done. */
function planOwner(script: Script, person: Person): void {
  const at = script.hall(2);
  script.served(person, at, '代开增值税普通发票', [-90, 540]);
  script.served(person, at, '停业登记', [-9, 900]);
  script.declined(person, at, '税务注销即时办理', [-3, 570]);
  script.coming(person, at, '代开增值税普通发票', [-1, 1140], [3, 870]);
  script.looksAtApp(person, [-6, 1200]);
}

/** An elderly person: asks by voice, is answered by voice, comes for a record of the tax paid. */
function planElder(script: Script, person: Person, question: Buffer, answer: Buffer): void {
  const at = script.hall(0);
  script.served(person, at, '城乡居民社会保险费申报', [-30, 570]);
  script.coming(person, at, '开具个人所得税纳税记录', [-1, 1120], [1, 600], '家里孩子陪同前来。');
  script.question(person, {
    topicId: 'vat-small',
    askedAt: [-3, 570],
    answeredAt: [-3, 640],
    accepted: 'yes',
    voices: { question, answer, transcript: '我想问一下，小规模纳税人免税额度是多少？' },
  });
}

/** A full slot, and at every hall appointments that wait for an officer. */
function planComingDays(script: Script): void {
  const { halls, people } = script.world;
  const random = lotsOf(script.world.seed, 'coming days');
  const [main] = halls.all() as [Hall];
  const matter = script.matter('开具税收完税证明');
  for (let i = 0; i < 2 * main.capacitySimple; i++) {
    script.act([-1, 900 + i], async () => {
      const person = people.somebody(random);
      if (person) await book(script.world, { person, hall: main, matter, on: script.day(1), minutes: 540, random });
    });
  }
  const waiting = ['停业登记', '建筑业项目报告', '注销扣缴税款登记'].map((name) => script.matter(name));
  halls.all().forEach((hall, h) => {
    waiting.forEach((one, i) => {
      script.act([-1, 1150 + 7 * i + h], async () => {
        const person = people.somebody(random);
        const wish = { hall, matter: one, on: script.day(1 + i), minutes: 570 + 60 * i, random };
        if (person) await book(script.world, { person, ...wish });
      });
    });
  });
}

/** Says when and what in few words. Throws CalendarRangeError where the calendar knows nothing. */
class Script {
  constructor(readonly world: World) {}

  hall(position: number): Hall {
    return this.world.halls.all()[position] as Hall;
  }

  matter(name: string): Matter {
    const found = this.world.matters.all().find((matter) => matter.name === name);
    if (!found) throw new Error(`no matter ${name} in the catalogue`);
    return found;
  }

  day(days: number): string {
    return addWorkingDays(this.world.halls.workingCalendar(), localDateOf(this.world.until), days);
  }

  instant([days, minutes]: When): number {
    return instantAt(this.day(days), minutes);
  }

  act(when: When, act: () => Promise<void>): void {
    this.world.timeline.plan(this.instant(when), act);
  }

  served(person: Person, hall: Hall, matter: string, when: When): void {
    this.visit(person, hall, matter, when, (visit) => settle(this.world, visit, 'served'));
  }

  declined(person: Person, hall: Hall, matter: string, when: When): void {
    this.visit(person, hall, matter, when, (visit) => settle(this.world, visit, 'declined'));
  }

  /** A visit from which a case comes that goes just so far. */
  case(person: Person, hall: Hall, matter: string, when: When, steps: readonly ScriptedStep[]): void {
    this.visit(person, hall, matter, when, (visit) => tellSteps(this.world, visit, steps));
  }

  /** Booked and left as it is. */
  coming(person: Person, hall: Hall, matter: string, bookedAt: When, [days, minutes]: When, note?: string): void {
    const on = this.day(days);
    this.act(bookedAt, async () => {
      const random = lotsOf(this.world.seed, 'coming', matter, on);
      await book(this.world, { person, hall, matter: this.matter(matter), on, minutes, note, random });
    });
  }

  question(
    person: Person,
    {
      topicId,
      askedAt,
      answeredAt,
      ...rest
    }: Pick<ScriptedQuestion, 'accepted' | 'voices'> & {
      topicId: string;
      askedAt: When;
      answeredAt: When;
    },
  ): void {
    const article = FAQ_ARTICLES.find(({ id }) => id === topicId);
    if (!article) throw new Error(`no article ${topicId}`);
    const topic = { ask: article.asks[0] ?? article.question, answer: article.answer };
    const times = { askedAt: this.instant(askedAt), answeredAt: this.instant(answeredAt) };
    askAndAnswer(this.world, { person, topic, ...times, ...rest });
  }

  looksAtApp(person: Person, when: When): void {
    planLookAtApp(this.world, person, this.instant(when), () => 0);
  }

  /** Booked two working days before. */
  private visit(person: Person, hall: Hall, matter: string, [days, minutes]: When, then: (visit: Visit) => void): void {
    const on = this.day(days);
    this.act([days - 2, 1195], async () => {
      const random = lotsOf(this.world.seed, 'visit', matter, on);
      const visit = await book(this.world, { person, hall, matter: this.matter(matter), on, minutes, random });
      if (visit) then(visit);
    });
  }
}
