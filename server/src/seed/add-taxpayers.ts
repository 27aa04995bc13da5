import { NestFactory } from '@nestjs/core';
import { makePhone } from '@yiyun/shared';
import { AppModule } from '../app.module.js';
import { CitizenImport, type ImportedCitizen } from '../modules/identity/index.js';
import type { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { systemContext } from '../platform/http/context.js';
import { loggerFor } from '../platform/log.js';
import { lotsOf } from './lots.js';
import { enterpriseName, personName } from './names.js';

/** Serials below belong to the people of the history. */
const FIRST_SERIAL = 200_000;

/** Adds so many made-up citizens, every second bound to an enterprise of his own, to whatever is there. */
export async function addTaxpayers(
  config: Config,
  { count, seed }: { count: number; seed: number },
  onProgress: (added: number) => void,
): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: loggerFor('error'),
    abortOnError: false,
  });
  try {
    const [row] = await app.get(Database).read.query<{ n: number | string }[]>('SELECT COUNT(*) AS n FROM citizen');
    await app
      .get(CitizenImport)
      .add(systemContext, taxpayersOf(seed, FIRST_SERIAL + Number(row?.n ?? 0), count), onProgress);
  } finally {
    await app.close();
  }
}

function taxpayersOf(seed: number, firstSerial: number, count: number): ImportedCitizen[] {
  const random = lotsOf(seed, 'taxpayers', firstSerial);
  return Array.from({ length: count }, (_, i) => {
    const serial = firstSerial + i;
    const enterprises = i % 2 === 0 ? [{ ...enterpriseName(random, serial), role: 'taxHandler' as const }] : [];
    return { phone: makePhone(serial), name: personName(random), enterprises };
  });
}
