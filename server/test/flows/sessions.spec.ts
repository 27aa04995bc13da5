import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SessionResolver } from '../../src/platform/http/sessions.js';
import { asCitizen, asOfficer } from '../harness/actors.js';
import { startApp, type TestApp } from '../harness/start-app.js';

describe('sessions', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  it('resolve', async () => {
    const citizen = await asCitizen(test);
    const officer = await asOfficer(test, 'X'.repeat(26));
    const sessions = test.app.get(SessionResolver);
    expect(await sessions.resolve(citizen.headers['authorization']?.slice(7) ?? '')).toMatchObject({ id: citizen.id });
    expect(await sessions.resolve(officer.headers['cookie']?.split('=')[1] ?? '')).toMatchObject({ id: officer.id });
    expect((await citizen.client.records.mine()).items).toMatchObject([{ kind: 'CitizenRegistered', by: '系统' }]);
  });
});
