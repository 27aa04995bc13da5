import { Injectable } from '@nestjs/common';
import { AppError, addDays, type CalendarView, type ImportCalendarBody, localDateOf } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import type { Context } from '../../platform/http/context.js';
import { Phrases, UnitOfWork } from '../records/index.js';
import { parseCalendarText } from './domain/calendar-text.js';
import { Halls } from './halls.js';
import { addVersion, lastVersion } from './storage/calendar.store.js';
import { calendarViewOf } from './storage/calendar.view.js';
import { readNationalCalendar } from './storage/halls.repository.js';

/** A last day further ahead than this is a slip of the pen: holidays are announced a year at a time. */
const MAX_DAYS_AT_ONCE = 800;

/** The working calendar of the country: how far it reaches, and its continuation. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly halls: Halls,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    phrases: Phrases,
  ) {
    phrases.teach({
      CalendarImported: (facts) =>
        `工作日历载入${String(facts.coversFromOn)}至${String(facts.coversUntilOn)}（${String(facts.source)}）`,
    });
  }

  /** The calendar with the holidays and make-up days of one year. */
  async view(year: number): Promise<CalendarView> {
    return calendarViewOf(this.halls.nationalCalendar(), year, localDateOf(this.clock.now()));
  }

  /** Continues the calendar from the day after its end; all of the text or nothing. Answers with the last year loaded. */
  async import(ctx: Context, { text, coversUntilOn, source }: ImportCalendarBody): Promise<CalendarView> {
    const view = await this.work.run(ctx, 'halls.importCalendar', async (command) => {
      const last = await lastVersion(command);
      if (!last) throw new Error('no working calendar is loaded');
      const coversFromOn = addDays(last.coversUntilOn, 1);
      requireFits(coversFromOn, coversUntilOn);
      const days = parseCalendarText(text, coversFromOn, coversUntilOn);
      const version = last.version + 1;
      await addVersion(command, { version, coversFromOn, coversUntilOn, source }, days);
      command.emit({
        type: 'CalendarImported',
        hallId: null,
        subjectKind: 'calendar',
        subjectId: 'china',
        data: { version, coversUntilOn },
      });
      const national = await readNationalCalendar(command.manager);
      return calendarViewOf(national, Number(coversUntilOn.slice(0, 4)), localDateOf(command.at));
    });
    await this.halls.refresh();
    return view;
  }
}

function requireFits(coversFromOn: string, coversUntilOn: string): void {
  const message =
    coversUntilOn < coversFromOn
      ? `现有日历已到${addDays(coversFromOn, -1)}，请填写之后的日期`
      : coversUntilOn > addDays(coversFromOn, MAX_DAYS_AT_ONCE)
        ? '一次最多导入两年的安排'
        : undefined;
  if (message === undefined) return;
  const refusal = new AppError('request.invalid');
  refusal.fields = [{ path: 'coversUntilOn', message }];
  throw refusal;
}
