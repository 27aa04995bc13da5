import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CasePersonalData } from '../../src/modules/cases/personal-data.js';
import { personalColumns } from '../../src/modules/cases/storage/case.entity.js';
import { RecordVerifier, UnitOfWork } from '../../src/modules/records/index.js';
import { systemContext } from '../../src/platform/http/context.js';
import { asCitizen, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { firstHall } from '../harness/appointments.js';
import { accept, newPhone, openWalkIn } from '../harness/cases.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

describe('what cases hold of a citizen', () => {
  let test: TestApp;
  let officer: TestActor;
  let citizen: TestCitizen;
  let caseId: string;
  const source = () => test.app.get(CasePersonalData, { strict: false });
  const inCommand = <T>(run: (command: Parameters<CasePersonalData['erase']>[0]) => Promise<T>) =>
    test.app.get(UnitOfWork).run(systemContext, 'test', run);

  const personalParts = async (): Promise<number> => {
    const [row] = await test.db.read.query<{ n: string | number }[]>(
      `SELECT COUNT(*) AS n FROM interaction_personal p JOIN interaction i ON i.id = p.interactionId
       WHERE i.streamId = ?`,
      [`case:${caseId}`],
    );
    return Number(row?.n);
  };

  beforeAll(async () => {
    test = await startApp();
    officer = await asOfficer(test, firstHall(test).id);
    const phone = newPhone();
    const opened = await openWalkIn(test, officer, { applicantPhone: phone });
    caseId = (await accept(officer, opened)).id;
    const body = { version: 2, request: '请赵敏补盖银行章' };
    await officer.client.cases.requestCorrection({ params: { caseId }, body });
    citizen = await asCitizen(test, { phone });
    await openWalkIn(test, officer);
  });
  afterAll(() => test.close());

  it('is handed out as the person may read it, and only the own', async () => {
    expect(await source().export(citizen.id)).toMatchObject([{ id: caseId, taxpayerName: '赵敏' }]);
  });

  it('counts open business', async () => {
    expect(await inCommand((command) => source().openCount(citizen.id, command))).toBe(1);
    await citizen.client.cases.withdraw({ params: { caseId }, body: { version: 3 } });
    expect(await inCommand((command) => source().openCount(citizen.id, command))).toBe(0);
  });

  it('is erased on request: neither row nor record keeps a word of the person; R4 and R2 hold', async () => {
    expect(await personalParts()).toBe(1);
    await inCommand((command) => source().erase(command, citizen.id));
    const row = await currentRow(test, 'service_case', { id: caseId });
    expect(personalColumns.map((column) => row[column])).toEqual(personalColumns.map(() => null));
    expect(await personalParts()).toBe(0);
    const { version, facts } = await replayed(test, `case:${caseId}`);
    expect({ ...facts, version }).toEqual(await currentRow(test, 'service_case', { id: caseId }, personalColumns));
    expect((await test.app.get(RecordVerifier).verify()).faults).toEqual([]);
    expect(await officer.client.cases.hallGet({ params: { caseId } })).toMatchObject({
      taxpayerName: '已清除',
      applicant: { name: '已清除', maskedPhone: '' },
      outcome: null,
    });
  });
});
