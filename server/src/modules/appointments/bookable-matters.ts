import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import { type Matter, Matters } from '../matters/index.js';

/** The matters for which a place at the counter can be had. */
@Injectable()
export class BookableMatters {
  constructor(private readonly matters: Matters) {}

  /** In the order given. Refuses an unknown one, and one that is not done at the counter. */
  get(ids: readonly string[]): Matter[] {
    return ids.map((id) => {
      const matter = this.matters.find(id);
      if (!matter) throw new AppError('request.not_found');
      if (!matter.counterAvailable) throw new AppError('appointment.matter_not_offered');
      return matter;
    });
  }

  /** Of what was booked before, whatever became of the matters since. */
  booked(ids: readonly string[]): Matter[] {
    return ids.map((id) => this.matters.get(id));
  }
}
