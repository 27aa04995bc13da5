import { readConfig } from '../platform/config/config.js';
import { databaseUrlOf } from '../platform/config/database-url.js';
import { PersonalData } from '../platform/crypto/personal-data.js';
import { isMysqlUrl } from '../platform/database/data-source.js';
import { showProgress } from './progress.js';
import { verifyRecords } from './verify-records.js';

try {
  const config = readConfig(process.env);
  const url = databaseUrlOf(config);
  const place = isMysqlUrl(url) ? new URL(url).host + new URL(url).pathname : url.replace(/^sqlite:/, '');
  process.stdout.write(`核对 ${place} 的服务记录（只读，服务可以照常运行）\n`);
  const personalData = new PersonalData(config.personalDataKey, config.personalDataCipher);
  const sound = await verifyRecords(url, personalData, (line) => process.stdout.write(`${line}\n`), showProgress());
  if (!sound) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
