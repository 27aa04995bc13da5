import { readdirSync, readFileSync } from 'node:fs';
import { it } from '@jest/globals';
import { VoiceIntake } from './intake.js';

it('x', async () => {
  const v = new VoiceIntake();
  const dir = new URL('./testing/', import.meta.url);
  for (const f of readdirSync(dir)) {
    const b = readFileSync(new URL(f, dir));
    const t = performance.now();
    const r = await v.inspect(b);
    console.log(f, JSON.stringify(r), performance.now() - t, (await v.toWav(b))?.length);
  }
  await v.close();
});
