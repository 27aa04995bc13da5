import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import { type Hall, Halls, type ServiceWindow } from '../halls/index.js';

/** Which hall a window belongs to. */
@Injectable()
export class HallWindows {
  constructor(private readonly halls: Halls) {}

  /** Throws `request.not_found`; a window out of use is none. */
  get(windowId: string): { hall: Hall; window: ServiceWindow } {
    for (const hall of this.halls.all()) {
      const window = hall.windows.find(({ id, active }) => id === windowId && active);
      if (window) return { hall, window };
    }
    throw new AppError('request.not_found');
  }

  labelOf(windowId: string | null): string {
    for (const { windows } of this.halls.all()) {
      const window = windows.find(({ id }) => id === windowId);
      if (window) return window.label;
    }
    return '';
  }
}
