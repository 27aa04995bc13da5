import { describe, expect, it } from '@jest/globals';
import { type Access, type ActorKind, accessTable, actorKinds } from './access.js';

const rows = Object.entries(accessTable) as [Access, (typeof accessTable)[Access]][];
const staff: ActorKind[] = ['officerHere', 'officerElsewhere', 'manager', 'admin'];
const allowed = (access: Access) => actorKinds.filter((actor) => accessTable[access][actor] === 'allow');

describe('the access table', () => {
  it('answers for every kind of actor in every row', () => {
    for (const [, row] of rows) expect(Object.keys(row)).toEqual([...actorKinds]);
  });

  it('asks nobody to sign in for what is public and everybody for the rest', () => {
    for (const [access, row] of rows) expect(row.nobody).toBe(access === 'public' ? 'allow' : 401);
  });

  it('lets no staff act as a citizen and no citizen as staff', () => {
    for (const access of ['citizen', 'owner'] as const) {
      for (const actor of staff) expect(accessTable[access][actor]).toBe(403);
    }
    for (const [access, row] of rows) {
      if (['public', 'citizen', 'owner'].includes(access)) continue;
      expect([access, row.otherCitizen, row.owner]).toEqual([access, 403, 403]);
    }
  });

  it("tells a citizen nothing of another's things, not even that they exist", () => {
    expect(accessTable.owner.otherCitizen).toBe(404);
  });

  it('keeps administrators out of taxpayers’ business, and the acts at the counter to the hall', () => {
    const open = (Object.keys(accessTable) as Access[]).filter((access) => allowed(access).includes('admin'));
    expect(open).toEqual(['public', 'staff', 'managerOrAdmin']);
    expect(allowed('hallAct')).toEqual(['officerHere']);
    expect(allowed('hallRead')).toEqual(['officerHere', 'manager']);
  });
});
