import { parseArgs } from 'node:util';
import { breachesIn, coverageOf, reportOf } from '../modules/queue/domain/hall-day/report.js';
import { newStudy, studyDay } from '../modules/queue/domain/hall-day/study.js';
import { showProgress } from './progress.js';

/**
 * Plays made-up hall days by the rules of the queue and says how the estimates and the bounds held: `npm run simulate`,
 * `npm run simulate -- --days 500 --seed 7`. Ends with an error when a bound was broken or the range was not kept.
 */
const { values } = parseArgs({
  options: { days: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const [days, seed] = [Number(values.days), Number(values.seed)];
if (!Number.isInteger(days) || days < 1 || !Number.isInteger(seed)) {
  process.stderr.write('用法：npm run simulate -- --days 10000 --seed 1\n');
  process.exit(2);
}

const study = newStudy();
const show = showProgress();
const began = performance.now();
for (let day = 0; day < days; day++) {
  studyDay(study, seed * 1_000_003 + day);
  if (day % 100 === 99) show(`模拟 ${Math.floor((100 * (day + 1)) / days)}%`);
}
process.stdout.write(
  `${reportOf(study).join('\n')}\n\n种子${seed}，用时${((performance.now() - began) / 1000).toFixed(0)}秒\n`,
);
const coverage = coverageOf(study);
process.exitCode = breachesIn(study) === 0 && coverage >= 0.75 && coverage <= 0.85 ? 0 : 1;
