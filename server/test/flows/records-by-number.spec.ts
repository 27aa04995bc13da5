import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeReferenceNo, type ReferencePrefix, sayReferenceNo } from '@yiyun/shared';
import { asCitizen, asManager, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { firstHall, makeSlots, slotsOn, someMatter } from '../harness/appointments.js';
import { accept, openWalkIn } from '../harness/cases.js';
import { refusalOf } from '../harness/phone-code.js';
import { ask } from '../harness/questions.js';
import { startApp, type TestApp } from '../harness/start-app.js';

describe('a record, by the number that the taxpayer has', () => {
  let test: TestApp;
  let citizen: TestCitizen;
  let officer: TestActor;
  let manager: TestActor;

  beforeAll(async () => {
    test = await startApp();
    await makeSlots(test);
    citizen = await asCitizen(test);
    officer = await asOfficer(test, firstHall(test).id);
    manager = await asManager(test);
  });
  afterAll(() => test.close());

  const find = (referenceNo: string, who = manager) => who.client.records.find({ query: { referenceNo } });

  it('is for managers, and for numbers that can be', async () => {
    const { referenceNo } = await ask(citizen, '完税证明怎么开');
    expect(await refusalOf(find(referenceNo, { ...manager, client: test.client() }))).toBe('auth.required');
    for (const who of [citizen, officer]) expect(await refusalOf(find(referenceNo, who))).toBe('auth.forbidden');
    expect(await refusalOf(find('S261122-7KQ2M0'))).toBe('request.invalid');
    for (const prefix of ['Y', 'S', 'W'] satisfies ReferencePrefix[])
      expect(await refusalOf(find(makeReferenceNo(prefix, '2026-11-02', 5)))).toBe('request.not_found');
  });

  it('is found for a question, a case and an appointment, however the number is written', async () => {
    const question = await ask(citizen, '完税证明怎么开');
    expect(await find(sayReferenceNo(question.referenceNo))).toEqual({ streamId: `help:${question.id}` });

    const { id, receiptNo } = await accept(officer, await openWalkIn(test, officer));
    expect(await find(` ${receiptNo?.toLowerCase()}`)).toEqual({ streamId: `case:${id}` });

    const matterId = someMatter(test, 'officer').id;
    const [slot] = await slotsOn(test, firstHall(test).id, matterId, '2026-11-24');
    const body = { slotId: slot?.id ?? '', matterId, taxpayerId: citizen.taxpayerId };
    const booked = await citizen.client.appointments.book({ body });
    const { streamId } = await find(booked.referenceNo);
    const record = await manager.client.records.stream({ query: { streamId } });
    expect(record.items.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([['AppointmentBooked', booked.id]]);
  });
});
