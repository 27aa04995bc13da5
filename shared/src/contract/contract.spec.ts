import { describe, expect, it } from '@jest/globals';
import type { Access } from '../access.js';
import { commonErrors, type ErrorCode, errorCatalogue } from '../errors.js';
import { contract } from './index.js';
import { type AnyRoute, get } from './route.js';

const routes = Object.entries(contract).flatMap(([module, declared]) =>
  Object.entries(declared as Record<string, AnyRoute>).map(([name, route]) => ({ name: `${module}.${name}`, route })),
);
type Named = (typeof routes)[number];
const namesOf = (all: Named[]) => all.map(({ name }) => name);

/** The rights that a path announces by its first word. */
const audiences: Record<string, readonly Access[]> = {
  public: ['public'],
  demo: ['public'],
  staff: ['staff', 'hallRead', 'hallAct', 'officer'],
  manager: ['manager', 'managerOrAdmin'],
};
const citizens: readonly Access[] = ['citizen', 'owner'];
const audienceOf = (path: string) => audiences[path.split('/')[1] as string] ?? citizens;

function sameAddress(all: Named[]): string[] {
  const seen = new Map<string, string>();
  return all.flatMap(({ name, route }) => {
    const address = `${route.method} ${route.path.replace(/:\w+/g, ':')}`;
    const first = seen.get(address);
    seen.set(address, name);
    return first ? [`${first} and ${name}: ${address}`] : [];
  });
}

/** Posts that can't be repeated: their answer is a secret or ends the session, they carry a file, they only try something, or move a clock. */
const unrepeatable = [
  'identity.signInWechat',
  'identity.sendPhoneCode',
  'identity.signInPhone',
  'identity.signOut',
  'identity.deleteMe',
  'identity.staffSignIn',
  'identity.staffSignOut',
  'identity.staffChangePassword',
  'capacity.previewWeek',
  'capacity.previewWindow',
  'capacity.previewSpecialDay',
  'capacity.previewRosterException',
  'disruptions.preview',
  'cases.lookUp',
  'help.uploadVoice',
  'help.staffUploadVoice',
  'demo.advance',
];

describe('the contract', () => {
  it('gives every route an address of its own', () => {
    expect(sameAddress(routes)).toEqual([]);
  });

  it('notices two routes at one address (negative control)', () => {
    const twin = get<{ result: string }>()('/halls/:id', { access: 'public', summary: '重复' });
    const other = get<{ result: string }>()('/halls/:hallId', { access: 'public', summary: '重复' });
    const twins = [twin, other].map((route, i) => ({ name: `twin${i}`, route }));
    expect(sameAddress(twins)).toEqual(['twin0 and twin1: GET /halls/:']);
  });

  it('writes paths in kebab-case and names every parameter after a thing, once', () => {
    for (const { name, route } of routes) {
      const parts = route.path.slice(1).split('/') as string[];
      expect({ name, odd: parts.filter((p) => !/^([a-z]+(-[a-z]+)*|:[a-z][A-Za-z]*(Id|Token))$/.test(p)) }).toEqual({
        name,
        odd: [],
      });
      expect(new Set(parts).size).toBe(parts.length);
    }
  });

  it('shows by the path who may call', () => {
    expect(namesOf(routes.filter(({ route }) => !audienceOf(route.path).includes(route.access)))).toEqual([]);
  });

  it('names the thing where the right depends on whose it is', () => {
    const nameless = routes.filter(
      ({ route }) => ['owner', 'hallRead', 'hallAct'].includes(route.access) && !/:\w+Id/.test(route.path),
    );
    // A case is opened in the hall that the body names.
    expect(namesOf(nameless)).toEqual(['cases.open']);
  });

  it('reads with GET, and repeats every write but the ones named here', () => {
    const reads = routes.filter(({ route }) => route.method === 'GET');
    expect(namesOf(reads.filter(({ route }) => route.body || route.upload || route.unrepeatable))).toEqual([]);
    expect(namesOf(routes.filter(({ route }) => route.unrepeatable))).toEqual(unrepeatable);
  });

  it('pages every list for people by a cursor and a limit together', () => {
    const halfPaged = routes.filter(({ route: { query } }) => query && 'cursor' in query !== 'limit' in query);
    expect(namesOf(halfPaged)).toEqual([]);
  });

  it('lists known refusals, each once, and leaves none of the catalogue without a route', () => {
    const listed = routes.flatMap(({ route }) => [...route.errors]);
    for (const { name, route } of routes)
      expect([name, new Set(route.errors).size]).toEqual([name, route.errors.length]);
    expect(listed.filter((code) => !(code in errorCatalogue))).toEqual([]);
    const known = new Set<ErrorCode>([...listed, ...commonErrors]);
    expect((Object.keys(errorCatalogue) as ErrorCode[]).filter((code) => !known.has(code))).toEqual([]);
  });

  it('has a line of Chinese for every route and a label for every field', () => {
    expect(namesOf(routes.filter(({ route }) => !/\p{Script=Han}/u.test(route.summary)))).toEqual([]);
    const fields = routes.flatMap(({ name, route }) =>
      Object.entries({ ...route.body, ...route.query }).map(([field, rule]) => ({ at: `${name} ${field}`, rule })),
    );
    expect(fields.filter(({ rule }) => !/\p{Script=Han}/u.test(rule.label)).map(({ at }) => at)).toEqual([]);
    expect(fields.length).toBeGreaterThan(100);
  });

  it('bounds every field so that its least and most fit together', () => {
    for (const { name, route } of routes) {
      for (const [field, rule] of Object.entries({ ...route.body, ...route.query })) {
        if (rule.kind === 'enum')
          expect([name, field, new Set(rule.values).size]).toEqual([name, field, rule.values.length]);
        if (rule.kind === 'enum' || rule.kind === 'boolean') continue;
        expect({ name, field, fits: (rule.min ?? 0) <= rule.max }).toEqual({ name, field, fits: true });
        if (rule.kind === 'int') expect(rule.max).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
      }
    }
  });
});
