import { describe, expect, it } from '@jest/globals';
import { type AnyRoute, AppError, check, contract, normalise, type Rules } from '@yiyun/shared';
import fc from 'fast-check';
import { Dto } from '../../src/platform/http/dto.js';
import { ValidationPipe } from '../../src/platform/http/validation.pipe.js';
import { bodyFor, queryFor } from './generate.js';

const tables = Object.entries(contract).flatMap(([module, routes]) =>
  Object.entries(routes as Record<string, AnyRoute>).flatMap(([name, { body, query }]) => [
    ...(body ? [{ name: `${module}.${name} body`, kind: 'body' as const, rules: body }] : []),
    ...(query ? [{ name: `${module}.${name} query`, kind: 'query' as const, rules: query }] : []),
  ]),
);

const faultsOf = (fields: { path: string; message: string }[]): string[] =>
  fields.map(({ path, message }) => `${path}: ${message}`).sort();

/** What the terminal says beside the fields. */
const terminalSays = (rules: Rules, form: object): string[] => faultsOf(check(rules, normalise(rules, form)));

const dtoOf = (rules: Rules): (new () => object) => class extends Dto<object>(rules) {};

/** What the server answers to the same request. */
function serverSays(metatype: new () => object, type: 'body' | 'query', request: unknown): string[] {
  try {
    new ValidationPipe().transform(request, { type, metatype });
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'request.invalid') throw error;
    return faultsOf(error.fields ?? []);
  }
}

describe('terminal and server judge every request alike', () => {
  it.each(tables)('$name', ({ rules, kind }) => {
    const seen = { good: 0, bad: 0 };
    const dto = dtoOf(rules);
    const requests = kind === 'body' ? bodyFor(rules) : queryFor(rules);
    fc.assert(
      fc.property(requests, ({ typed, sent }) => {
        const said = terminalSays(rules, typed);
        seen[said.length > 0 ? 'bad' : 'good']++;
        expect(serverSays(dto, kind, sent)).toEqual(said);
      }),
      // Of a table with many fields few requests are good.
      { numRuns: 600 },
    );
    expect(seen.good).toBeGreaterThan(5);
    expect(seen.bad).toBeGreaterThan(5);
  });

  it('covers every table of the contract', () => expect(tables.length).toBeGreaterThan(45));

  it('refuses what is no object at all, on both sides', () => {
    const rules = contract.appointments.book.body as Rules;
    for (const request of [[], 'text', 5, true]) {
      expect(check(rules, request)).toHaveLength(1);
      expect(() => serverSays(dtoOf(rules), 'body', request)).not.toThrow();
    }
  });

  it('notices a server that judges by other rules (negative control)', () => {
    const rules: Rules = { name: { kind: 'string', min: 2, max: 5, label: '姓名' } };
    const looser = dtoOf({ name: { kind: 'string', min: 2, max: 6, label: '姓名' } });
    const differ = fc.check(
      fc.property(bodyFor(rules), ({ typed, sent }) => {
        expect(serverSays(looser, 'body', sent)).toEqual(terminalSays(rules, typed));
      }),
      { numRuns: 300 },
    );
    expect(differ.failed).toBe(true);
  });
});
