import { addWorkingDays, CalendarRangeError, instantAt, type LocalDate, localDateOf } from '@yiyun/shared';
import type { Hall } from '../../modules/halls/index.js';
import type { Matter } from '../../modules/matters/index.js';
import { FAQ_ARTICLES } from '../faq-articles.js';
import { lotsOf, type Random } from '../lots.js';
import type { Person } from '../people.js';
import type { World } from '../world.js';
import { book, settle, type Visit, type VisitWish } from './appointments.js';
import { planLookAtApp } from './inbox.js';
import { type ScriptedStep, tellSteps } from './scripted-cases.js';
import { askAndAnswer, leaveVoiceQuestion, type ScriptedQuestion } from './scripted-questions.js';

/** So many working days from today (before it when negative), and minutes after midnight. */
export type When = readonly [days: number, minutes: number];

/** The first enterprise for which the person acts, otherwise the person. */
const forWhom = ({ enterpriseIds, selfId }: Person): string => enterpriseIds[0] ?? selfId;

/** Says when and what in few words. */
export class Script {
  constructor(readonly world: World) {}

  hall(position: number): Hall {
    return this.world.halls.all()[position] as Hall;
  }

  matter(name: string): Matter {
    const found = this.world.matters.all().find((matter) => matter.name === name);
    if (!found) throw new Error(`no matter ${name} in the catalogue`);
    return found;
  }

  /** Undefined where the calendar knows nothing. */
  day(days: number): LocalDate | undefined {
    try {
      return addWorkingDays(this.world.halls.workingCalendar(), localDateOf(this.world.until), days);
    } catch (error) {
      if (error instanceof CalendarRangeError) return undefined;
      throw error;
    }
  }

  /** Never, where the calendar knows nothing. */
  instant([days, minutes]: When): number {
    const on = this.day(days);
    return on === undefined ? Number.POSITIVE_INFINITY : instantAt(on, minutes);
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
  coming(person: Person, hall: Hall, matter: string, bookedAt: When, visit: When, note?: string): void {
    this.books(bookedAt, visit, { hall, matter: this.matter(matter), taxpayerId: forWhom(person), note }, () => person);
  }

  /** The same for anybody. */
  somebodyComes(hall: Hall, matter: string, bookedAt: When, visit: When): void {
    this.books(bookedAt, visit, { hall, matter: this.matter(matter) }, (random) => this.world.people.somebody(random));
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

  /** Spoken, with a line of text; nobody has taken it yet. */
  voiceQuestion(person: Person, sound: Buffer, text: string, when: When): void {
    leaveVoiceQuestion(this.world, { person, sound, text, at: this.instant(when) });
  }

  looksAtApp(person: Person, when: When): void {
    planLookAtApp(this.world, person, this.instant(when), () => 0);
  }

  /** Booked two working days before. */
  visit(person: Person, hall: Hall, matter: string, when: When, then: (visit: Visit) => void): void {
    const wish = { hall, matter: this.matter(matter), taxpayerId: forWhom(person) };
    this.books([when[0] - 2, 1195], when, wish, () => person, then);
  }

  /** Books the place nearest to a time, and goes on with what was booked. */
  books(
    bookedAt: When,
    [days, minutes]: When,
    wish: Pick<VisitWish, 'hall' | 'matter' | 'further' | 'taxpayerId' | 'note'>,
    who: (random: Random) => Person | undefined,
    then: (visit: Visit) => void = () => undefined,
  ): void {
    const on = this.day(days);
    if (on === undefined) return;
    this.act(bookedAt, async () => {
      const random = lotsOf(this.world.seed, 'scripted', wish.hall.id, wish.matter.id, on, ...bookedAt);
      const person = who(random);
      const visit = person && (await book(this.world, { ...wish, person, on, minutes, random }));
      if (visit) then(visit);
    });
  }
}
