import { parseArgs } from 'node:util';
import { type ScenarioName, scenarioNames } from './scenarios.js';

export interface Options {
  rounds: number;
  /** Of one stretch of load. */
  seconds: number;
  connections: number[];
  citizens: number;
  scenarios: ScenarioName[];
  databases: ('mariadb' | 'sqlite')[];
  /** Write the table into docs/performance.md. */
  write: boolean;
  /** Write processor profiles of the server into this folder. */
  profile: string | undefined;
}

export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      profile: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      database: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const { quick } = values;
  return {
    rounds: Number(values.rounds ?? (quick ? 1 : 3)),
    seconds: Number(values.seconds ?? (quick ? 1 : 3)),
    connections: quick ? [64] : [32, 64],
    citizens: quick ? 600 : 2000,
    scenarios: scenarioNames.filter((name) => !values.only || name === values.only),
    databases: values.database ? [values.database as 'mariadb' | 'sqlite'] : ['mariadb', 'sqlite'],
    write: values.write,
    profile: values.profile,
  };
}
