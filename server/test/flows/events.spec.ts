import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { UnitOfWork } from '../../src/modules/records/index.js';
import type { DomainEvent } from '../../src/platform/events/domain-event.js';
import { EventHandlers } from '../../src/platform/events/outbox.js';
import { systemContext } from '../../src/platform/http/context.js';
import { startApp, type TestApp } from '../harness/start-app.js';

describe('events', () => {
  let test: TestApp;
  beforeEach(async () => {
    test = await startApp();
  });
  afterEach(() => test.close());

  /** One transaction that emits an event for each lamp, in this order. */
  const light = (lamps: string[]) =>
    test.app.get(UnitOfWork).run(systemContext, 'lamps.light', async (command) => {
      for (const [n, subjectId] of lamps.entries()) {
        command.emit({ type: 'LampLit', hallId: null, subjectKind: 'lamp', subjectId, data: { n } });
      }
    });
  const on = (handler: (event: DomainEvent) => Promise<void>) => test.app.get(EventHandlers).on('LampLit', handler);

  it('of one thing arrive in their order, those of different things side by side', async () => {
    const heard: string[] = [];
    let atWork = 0;
    let most = 0;
    on(async ({ subjectId, data }) => {
      most = Math.max(most, ++atWork);
      await new Promise((resolve) => setTimeout(resolve, subjectId === 'hall' ? 20 : 5));
      heard.push(`${subjectId} ${data.n}`);
      atWork--;
    });
    await light(['hall', 'stairs', 'hall', 'stairs', 'hall']);
    await test.settle();
    expect(heard.filter((text) => text.startsWith('hall'))).toEqual(['hall 0', 'hall 2', 'hall 4']);
    expect(heard.filter((text) => text.startsWith('stairs'))).toEqual(['stairs 1', 'stairs 3']);
    expect(most).toBe(2);
  });

  it('arrive once: a second look finds nothing to do', async () => {
    const handler = jest.fn(async () => undefined);
    on(handler);
    await light(['hall']);
    await test.settle();
    await test.settle();
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it('whose handler fails come again later, and keep nobody else waiting', async () => {
    const complaints = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    const heard: string[] = [];
    let isBroken = true;
    on(async ({ subjectId }) => {
      if (subjectId === 'hall' && isBroken) throw new Error('the fuse is gone');
      heard.push(subjectId);
    });
    await light(['hall', 'stairs']);
    await test.settle();
    expect(heard).toEqual(['stairs']);
    expect(complaints).toHaveBeenCalledTimes(1);
    isBroken = false;
    await test.settle();
    expect(heard).toEqual(['stairs']);
    test.clock.advance(5_000);
    await test.settle();
    expect(heard).toEqual(['stairs', 'hall']);
    complaints.mockRestore();
  });

  it('of a command that is undone are never told', async () => {
    const handler = jest.fn(async () => undefined);
    on(handler);
    const undone = test.app.get(UnitOfWork).run(systemContext, 'lamps.light', async (command) => {
      command.emit({ type: 'LampLit', hallId: null, subjectKind: 'lamp', subjectId: 'hall' });
      throw new Error('changed our mind');
    });
    await expect(undone).rejects.toThrow('changed our mind');
    await test.settle();
    expect(handler).not.toHaveBeenCalled();
  });
});
