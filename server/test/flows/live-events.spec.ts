import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LiveEvent } from '@yiyun/shared';
import { Sessions, StaffEvents } from '../../src/modules/identity/index.js';
import { UnitOfWork } from '../../src/modules/records/index.js';
import { systemContext } from '../../src/platform/http/context.js';
import { asAdmin, asCitizen, asManager, asOfficer, type TestActor } from '../harness/actors.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const [here, elsewhere] = ['H'.repeat(26), 'E'.repeat(26)];

/** A console's connection: what it has heard, and whether the server has ended it. */
interface Listening {
  status: number;
  type: string | null;
  events: LiveEvent[];
  lifeSigns: number;
  ended: boolean;
}

describe('live events', () => {
  let test: TestApp;
  let url: string;
  let leaving: AbortController;

  beforeEach(async () => {
    test = await startApp();
    await test.app.listen(0, '127.0.0.1');
    url = `${(await test.app.getUrl()).replace('[::1]', '127.0.0.1')}/api/staff/events`;
    leaving = new AbortController();
  });
  afterEach(async () => {
    leaving.abort();
    await test.close();
  });

  async function listen(headers: Record<string, string>): Promise<Listening> {
    const response = await fetch(url, { headers, signal: leaving.signal });
    const heard: Listening = {
      status: response.status,
      type: response.headers.get('content-type'),
      events: [],
      lifeSigns: 0,
      ended: false,
    };
    const read = async () => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) {
        for (const line of decoder.decode(chunk as Uint8Array, { stream: true }).split('\n')) {
          if (line.startsWith('data: ')) heard.events.push(JSON.parse(line.slice(6)) as LiveEvent);
          if (line.startsWith(':')) heard.lifeSigns++;
        }
      }
      heard.ended = true;
    };
    read().catch((error: Error) => {
      if (error.name !== 'AbortError') throw error;
    });
    return heard;
  }

  const happen = (type: string, hallId: string | null) =>
    test.app.get(UnitOfWork).run(systemContext, 'lamps.light', async (command) => {
      command.emit({ type, hallId, subjectKind: 'lamp', subjectId: 'x', citizenId: null, data: { secret: 'x' } });
    });
  const typesOf = ({ events }: Listening) => events.map(({ type }) => type);

  async function until(what: () => boolean): Promise<void> {
    const giveUpAt = performance.now() + 10_000;
    while (!what()) {
      if (performance.now() > giveUpAt) throw new Error('it did not happen');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  it('are for staff', async () => {
    expect(await listen({})).toMatchObject({ status: 401 });
    expect(await listen((await asCitizen(test)).headers)).toMatchObject({ status: 403 });
  });

  it('reach the officers of the hall, managers, and for what belongs to no hall everybody', async () => {
    const [officer, manager, admin]: TestActor[] = [
      await asOfficer(test, here),
      await asManager(test),
      await asAdmin(test),
    ];
    const [atHall, atDesk, atKeys] = await Promise.all(
      [officer, manager, admin].map((actor) => listen(actor?.headers ?? {})),
    );
    if (!atHall || !atDesk || !atKeys) throw new Error('three are listening');
    expect(atHall).toMatchObject({ status: 200, type: 'text/event-stream; charset=utf-8' });
    await happen('LampHere', here);
    await happen('LampElsewhere', elsewhere);
    await happen('LampAnywhere', null);
    await until(() => typesOf(atDesk).length === 3 && typesOf(atHall).length === 2 && typesOf(atKeys).length === 1);
    expect(typesOf(atDesk).sort()).toEqual(['LampAnywhere', 'LampElsewhere', 'LampHere']);
    expect(typesOf(atHall).sort()).toEqual(['LampAnywhere', 'LampHere']);
    expect(typesOf(atKeys)).toEqual(['LampAnywhere']);
    expect(Object.keys(atHall.events[0] ?? {}).sort()).toEqual(['at', 'hallId', 'subjectId', 'subjectKind', 'type']);
  });

  it('come with signs of life, and end with the session', async () => {
    test.app.get(StaffEvents).heartbeatMs = 20;
    const officer = await asOfficer(test, here);
    const heard = await listen(officer.headers);
    await until(() => heard.lifeSigns > 2);
    expect(heard.ended).toBe(false);
    await officer.client.identity.staffSignOut();
    await until(() => heard.ended);
  });

  it('follow a change of halls', async () => {
    test.app.get(StaffEvents).heartbeatMs = 20;
    const officer = await asOfficer(test, here);
    const heard = await listen(officer.headers);
    await test.db.change('UPDATE staff SET hallIds = ? WHERE id = ?', [JSON.stringify([elsewhere]), officer.id]);
    const before = heard.lifeSigns;
    await until(() => heard.lifeSigns > before + 1);
    await happen('LampHere', here);
    await happen('LampElsewhere', elsewhere);
    await until(() => heard.events.length > 0);
    expect(typesOf(heard)).toEqual(['LampElsewhere']);
  });

  it('don’t keep an idle session alive', async () => {
    test.app.get(StaffEvents).heartbeatMs = 20;
    const officer = await asOfficer(test, here);
    const heard = await listen(officer.headers);
    test.clock.advance(121 * 60_000);
    await until(() => heard.ended);
    const token = officer.headers['cookie']?.split('=')[1] ?? '';
    expect(await test.app.get(Sessions).resolve(token)).toEqual({ kind: 'nobody' });
  });

  it('let go when the console leaves, and when the server stops', async () => {
    const events = test.app.get(StaffEvents);
    const officer = await asOfficer(test, here);
    await listen(officer.headers);
    expect(events.openCount).toBe(1);
    leaving.abort();
    await until(() => events.openCount === 0);
    leaving = new AbortController();
    const heard = await listen(officer.headers);
    await test.close();
    await until(() => heard.ended);
    test = await startApp();
  });
});
