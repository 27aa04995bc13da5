import { readFile } from 'node:fs/promises';
import type { Hall } from '../../modules/halls/index.js';
import type { Person } from '../people.js';
import type { World } from '../world.js';
import { Script } from './script.js';

/** The part of the demonstration's four accounts and of the next days: what one finds when trying the system out. */
export async function planDemoPeople(world: World, people: readonly Person[]): Promise<void> {
  const script = new Script(world);
  const [accountant, bookkeeper, owner, elder] = people as [Person, Person, Person, Person];
  planAccountant(script, accountant);
  planBookkeeper(script, bookkeeper, await sound('demo-question-vat.mp3'));
  planOwner(script, owner);
  planElder(script, elder, await sound('demo-question-record.mp3'), await sound('demo-answer-record.mp3'));
  planComingDays(script);
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
    '注销扣缴税款登记',
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
  script.voiceQuestion(person, voice, '我们是按季申报的小规模纳税人。', [-1, 1260]);
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
    topicId: 'itx-rec',
    askedAt: [-3, 570],
    answeredAt: [-3, 640],
    accepted: 'yes',
    voices: { question, answer, transcript: '请问，个人所得税纳税记录怎么打印？' },
  });
}

/** Half an hour of the largest hall is full with fewer; the rest take the next one. */
const MORE_THAN_A_SLOT_HOLDS = 20;
/** Confirmed at once, and of one group of slots. */
const QUICK_MATTERS = [
  '开具税收完税证明',
  '代开增值税普通发票',
  '开具个人所得税纳税记录',
  '代开增值税专用发票',
  '自然人自主报告身份信息',
];
/** A full slot, and at every hall appointments that wait for an officer. */
function planComingDays(script: Script): void {
  const { halls } = script.world;
  const [main] = halls.all() as [Hall];
  for (let i = 0; i < MORE_THAN_A_SLOT_HOLDS; i++) {
    script.somebodyComes(main, QUICK_MATTERS[i % QUICK_MATTERS.length] as string, [-1, 900 + i], [1, 540]);
  }
  halls.all().forEach((hall, h) => {
    ['停业登记', '建筑业项目报告', '注销扣缴税款登记'].forEach((matter, i) => {
      script.somebodyComes(hall, matter, [-1, 1150 + 7 * i + h], [1 + i, 840 + 60 * i]);
    });
  });
}
