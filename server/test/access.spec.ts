import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AnyRoute, accessTable, contract } from '@yiyun/shared';
import { type AccessTable, type Entry, faultsOf } from './access/matrix.js';
import { requests } from './access/requests.js';
import { World } from './access/world.js';

const modules = Object.entries(contract).map(([module, routes]) => {
  const known = requests[module as keyof typeof requests] as Record<string, Entry['request']> | undefined;
  const entries = Object.entries(routes as Record<string, AnyRoute>);
  return {
    module,
    entries: entries.map(([name, route]) => ({ name: `${module}.${name}`, route, request: known?.[name] })),
  };
});

describe('who may do what: every route as every kind of actor', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.build();
  });
  afterAll(() => world.test.close());

  it.each(modules)(
    '$module',
    async ({ entries }) => {
      const faults: string[] = [];
      for (const entry of entries) faults.push(...(await faultsOf(world, entry, accessTable)));
      expect(faults).toEqual([]);
    },
    120_000,
  );

  describe('the matrix itself (negative controls)', () => {
    const entryOf = (name: string): Entry => {
      const entry = modules.flatMap(({ entries }) => entries).find((known) => known.name === name);
      if (!entry) throw new Error(`no route ${name}`);
      return entry;
    };

    it('reports the one cell of a table that is wrong', async () => {
      const wrong: AccessTable = { ...accessTable, hallRead: { ...accessTable.hallRead, officerElsewhere: 'allow' } };
      expect(await faultsOf(world, entryOf('appointments.hallList'), wrong)).toEqual([
        expect.stringContaining('appointments.hallList as officerElsewhere: expected allow, got 403'),
      ]);
      const closed: AccessTable = { ...accessTable, owner: { ...accessTable.owner, owner: 404 } };
      expect(await faultsOf(world, entryOf('appointments.get'), closed)).toEqual([
        expect.stringContaining('appointments.get as owner: expected 404, got 200'),
      ]);
    });

    it('reports a route for which nobody wrote a request', async () => {
      const entry = { ...entryOf('appointments.get'), request: undefined };
      expect(await faultsOf(world, entry, accessTable)).toEqual(['appointments.get has no request in the registry']);
    });
  });
});
