import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { checkDist as checkLevelAndSizes } from '../../scripts/check-dist.cjs';
import { checkDist } from '../weapp-host/check';
import { DIST } from './phone';

test('WeChat would refuse nothing of the build', () => {
  const findings = checkDist(DIST, { src: path.resolve(__dirname, '../../src') });
  assert.deepEqual(
    findings.filter(({ level }) => level === 'error'),
    [],
  );
});

test('the oldest phone reads every script, the main package stays below 700 kB, nothing comes from elsewhere', () => {
  const { faults, sizes } = checkLevelAndSizes(DIST, 'weapp');
  assert.deepEqual(faults, []);
  assert.ok((sizes.main ?? 0) > 100_000, 'there is a main package to be measured');
});
