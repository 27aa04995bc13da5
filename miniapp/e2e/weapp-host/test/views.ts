import { chromiumPath, type ViewName } from '..';

export const VIEWS: ViewName[] = ['jsdom', 'chromium'];

/** Why a view's tests can't run here; false when they can. */
export const missing = (view: ViewName): string | false =>
  view === 'chromium' && !chromiumPath() ? 'no Chromium: apt-get install chromium' : false;
