import { makePhone, type OpenCaseBody, type StaffCaseDetailView } from '@yiyun/shared';
import { type Matter, Matters } from '../../src/modules/matters/index.js';
import type { TestActor } from './actors.js';
import { firstHall } from './appointments.js';
import type { TestApp } from './start-app.js';

/** A matter of the catalogue by its name. */
export function matterNamed(test: TestApp, name: string): Matter {
  const found = test.app
    .get(Matters, { strict: false })
    .all()
    .find((matter) => matter.name === name);
  if (!found) throw new Error(`the catalogue has no matter ${name}`);
  return found;
}

/** Ten working days, three documents that are always asked for and one that is not. */
export const LONG_MATTER = '对纳税人延期缴纳税款的核准';
/** No document, no time limit. */
export const FREE_MATTER = '同期资料报告';

let serial = 5_000_000;
export const newPhone = (): string => makePhone(++serial);

/** A case of somebody who came without an appointment. */
export function openWalkIn(
  test: TestApp,
  officer: TestActor,
  over: Partial<OpenCaseBody> & { matter?: string } = {},
): Promise<StaffCaseDetailView> {
  const { matter = LONG_MATTER, ...body } = over;
  return officer.client.cases.open({
    body: {
      hallId: firstHall(test).id,
      matterId: matterNamed(test, matter).id,
      applicantName: '赵敏',
      applicantPhone: newPhone(),
      ...body,
    },
  });
}

/** The same case with everything handed over. */
export function accept(officer: TestActor, opened: StaffCaseDetailView): Promise<StaffCaseDetailView> {
  return officer.client.cases.accept({
    params: { caseId: opened.id },
    body: { version: opened.version, receivedDocuments: opened.documents.map((document) => document.name) },
  });
}
