import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BookForBody, makePhone, makeUscc, sayReferenceNo } from '@yiyun/shared';
import { Citizens } from '../../src/modules/identity/index.js';
import { RecordVerifier } from '../../src/modules/records/index.js';
import { asCitizen, asManager, asOfficer, type TestActor } from '../harness/actors.js';
import { firstHall, makeSlots, secondHall, slotFaults, slotsOn, someMatter } from '../harness/appointments.js';
import { codeSentTo, refusalOf } from '../harness/phone-code.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const TUESDAY = '2026-11-24';
const WEDNESDAY = '2026-11-25';

describe('booking for somebody else', () => {
  let test: TestApp;
  let officer: TestActor;
  let hallId: string;
  let serial = 8_000;
  beforeAll(async () => {
    test = await startApp();
    await makeSlots(test);
    hallId = firstHall(test).id;
    officer = await asOfficer(test, hallId, '陈静');
  });
  afterAll(() => test.close());

  const newPhone = () => makePhone(++serial);
  const slotAt = async (nth: number, on = TUESDAY, hall = hallId) =>
    (await slotsOn(test, hall, someMatter(test).id, on))[nth]?.id ?? '';
  const bodyFor = async (nth: number, over: Partial<BookForBody> = {}): Promise<BookForBody> => ({
    slotId: await slotAt(nth),
    matterId: someMatter(test).id,
    applicantName: '赵桂英',
    applicantPhone: newPhone(),
    ...over,
  });
  const signedIn = async (phone: string) => {
    test.clock.advance(61_000);
    const { token } = await test
      .client()
      .identity.signInPhone({ body: { phone, code: await codeSentTo(test, phone) } });
    return test.client({ authorization: `Bearer ${token}` });
  };

  describe('by an officer on the telephone', () => {
    const bookFor = async (body: BookForBody, who = officer) =>
      who.client.appointments.bookFor({ params: { hallId }, body });

    it('is for officers of the hall', async () => {
      const body = await bodyFor(0);
      const elsewhere = await asOfficer(test, secondHall(test).id);
      expect(await refusalOf(test.client().appointments.bookFor({ params: { hallId }, body }))).toBe('auth.required');
      for (const who of [elsewhere, await asManager(test), await asCitizen(test)])
        expect(await refusalOf(bookFor(body, who))).toBe('auth.forbidden');
    });

    it('refuses nonsense, another hall’s slot and an enterprise without a name; and leaves no account', async () => {
      const phone = newPhone();
      const refused = async (over: Partial<BookForBody>) =>
        refusalOf(bookFor(await bodyFor(0, { applicantPhone: phone, ...over })));
      expect(await refused({ applicantPhone: '123' })).toBe('request.invalid');
      expect(await refused({ slotId: await slotAt(0, TUESDAY, secondHall(test).id) })).toBe('request.not_found');
      expect(await refused({ slotId: '0'.repeat(26) })).toBe('request.not_found');
      expect(await refused({ matterId: someMatter(test, 'officer', 'complex').id })).toBe(
        'appointment.matter_not_offered',
      );
      await expect(
        bookFor(await bodyFor(0, { applicantPhone: phone, uscc: makeUscc('91330212MA2AJ0901') })),
      ).rejects.toMatchObject({ code: 'request.invalid', fields: [{ path: 'taxpayerName' }] });
      expect(await test.app.get(Citizens).findByPhone(phone)).toBeUndefined();
      expect(await slotFaults(test)).toEqual([]);
    });

    it('books for who has no account: the officer acts, the appointment is the person’s', async () => {
      const body = await bodyFor(1, { note: '行动不便，需要轮椅' });
      const booked = await bookFor(body);
      expect(booked).toMatchObject({
        status: 'confirmed',
        note: body.note,
        citizen: {
          name: '赵桂英',
          maskedPhone: `${body.applicantPhone.slice(0, 3)}****${body.applicantPhone.slice(7)}`,
        },
        taxpayer: { name: '赵*英' },
      });
      const detail = await officer.client.appointments.hallGet({ params: { appointmentId: booked.id } });
      expect(detail.timeline[0]).toMatchObject({ kind: 'AppointmentBooked', by: '我' });
      expect(await slotFaults(test)).toEqual([]);

      const person = await signedIn(body.applicantPhone);
      const { items } = await person.appointments.mine({ query: {} });
      expect(items.map(({ id }) => id)).toEqual([booked.id]);
      const record = await person.records.mine({ query: {} });
      expect(record.items.map(({ text }) => text)).toEqual(
        expect.arrayContaining([
          expect.stringContaining(`提交预约 ${sayReferenceNo(booked.referenceNo)}`),
          '由他人代为建立账户',
        ]),
      );
      await test.settle();
      expect((await person.messaging.inbox({ query: {} })).items[0]).toMatchObject({ title: '预约成功' });
    });

    it('finds who has one, and an enterprise by its code', async () => {
      const person = await asCitizen(test, { name: '王晓明', phone: newPhone() });
      const uscc = makeUscc('91330212MA2AJ0902');
      const named = { applicantPhone: person.phone, applicantName: '小王', uscc };
      const over = { ...named, taxpayerName: '宁波海曙书店有限公司' };
      const booked = await bookFor(await bodyFor(2, over));
      expect(booked).toMatchObject({ uscc, taxpayer: { name: over.taxpayerName }, citizen: { name: '王晓明' } });
      const again = await bodyFor(3, { ...named, slotId: await slotAt(3, WEDNESDAY) });
      expect((await bookFor(again)).taxpayer.id).toBe(booked.taxpayer.id);
      expect((await person.client.identity.me()).bindings).toHaveLength(1);
      expect((await person.client.appointments.mine({ query: {} })).items).toHaveLength(2);
    });

    it('A2: twice with one key is once; two half-days’ limit holds', async () => {
      const body = await bodyFor(4);
      const options = { idempotencyKey: 'telephone-call-1' };
      const call = () => officer.client.appointments.bookFor({ params: { hallId }, body }, options);
      expect((await call()).id).toBe((await call()).id);
      expect(await refusalOf(bookFor({ ...body, slotId: await slotAt(5) }))).toBe('appointment.already_booked');
      expect(await slotFaults(test)).toEqual([]);
    });
  });

  describe('by a relative (亲友代办)', () => {
    it('stands as 代办 in the record of both', async () => {
      const [child, elder] = [await asCitizen(test, { name: '赵小燕' }), await asCitizen(test, { name: '赵桂英' })];
      test.clock.advance(61_000);
      const code = await codeSentTo(test, elder.phone, 'delegation');
      const { taxpayerId } = await child.client.identity.delegate({
        body: { phone: elder.phone, code, name: '赵桂英' },
      });
      expect(taxpayerId).toBe(elder.taxpayerId);
      const body = { slotId: await slotAt(6), matterId: someMatter(test).id, taxpayerId };
      const booked = await child.client.appointments.book({ body });
      const held = await child.client.appointments.hold({ body: { ...body, slotId: await slotAt(10) } });
      const params = { appointmentId: held.id };
      const submitted = await child.client.appointments.submit({ params, body: { version: held.version } });
      await child.client.appointments.cancel({ params, body: { version: submitted.version } });

      const texts = async (who: typeof child) =>
        (await who.client.records.mine({ query: {} })).items.map(({ text }) => text);
      const { referenceNo } = booked;
      expect(await texts(child)).toEqual(
        expect.arrayContaining([
          `代办：提交预约 ${sayReferenceNo(referenceNo)}，自动确认`,
          '代办：把占下的号提交为预约，自动确认',
          '代办：取消预约',
        ]),
      );
      const seen = await texts(elder);
      expect(seen).toEqual(
        expect.arrayContaining([
          `亲友代办：提交预约${referenceNo}`,
          `亲友代办：提交预约${held.referenceNo}`,
          `亲友代办：取消预约${held.referenceNo}`,
        ]),
      );
      expect(seen.filter((text) => text.startsWith('亲友代办：'))).toHaveLength(3);
      expect((await elder.client.appointments.mine({ query: {} })).items).toEqual([]);
    });

    it('is not said of one’s own bookings, nor of an enterprise’s', async () => {
      const uscc = makeUscc('91330212MA2AJ0903');
      const enterprise = { uscc, name: '宁波镇海船务有限公司', role: 'taxHandler' as const };
      const citizen = await asCitizen(test, { enterprise });
      for (const [nth, taxpayerId] of [citizen.taxpayerId, citizen.enterpriseId ?? ''].entries()) {
        const body = { slotId: await slotAt(nth, WEDNESDAY), matterId: someMatter(test).id, taxpayerId };
        const { id, version } = await citizen.client.appointments.book({ body });
        await citizen.client.appointments.cancel({ params: { appointmentId: id }, body: { version } });
      }
      const { items } = await citizen.client.records.mine({ query: {} });
      expect(items.filter(({ text }) => text.includes('代办'))).toEqual([]);
    });

    it('R2: every chain holds', async () => {
      expect((await test.app.get(RecordVerifier).verify()).faults).toEqual([]);
    });
  });

  describe('its calendar file', () => {
    it('is for its owner, and follows its state', async () => {
      const [citizen, other] = [await asCitizen(test), await asCitizen(test)];
      const body = { slotId: await slotAt(7), matterId: someMatter(test).id, taxpayerId: citizen.taxpayerId };
      const { id, version, referenceNo } = await citizen.client.appointments.book({ body });
      const params = { appointmentId: id };
      const file = (who = citizen) => who.client.appointments.calendarFile({ params });
      expect(await refusalOf(test.client().appointments.calendarFile({ params }))).toBe('auth.required');
      expect(await refusalOf(file(other))).toBe('request.not_found');
      const entry = await file();
      expect(entry.fileName).toBe(`办税预约-${referenceNo}.ics`);
      expect(entry.text).toContain(`UID:${id}@yiyun\r\nSEQUENCE:1\r\n`);
      expect(entry.text).toContain('DTSTART:20261124T053000Z');
      expect(entry.text).toContain('STATUS:CONFIRMED');
      expect(entry.text.replaceAll('\r\n ', '')).toContain(firstHall(test).address);
      await citizen.client.appointments.cancel({ params, body: { version } });
      const gone = await file();
      expect(gone.text).toContain(`UID:${id}@yiyun\r\nSEQUENCE:2\r\n`);
      expect(gone.text).toContain('STATUS:CANCELLED');
    });

    it('is not given of a place that is only held', async () => {
      const citizen = await asCitizen(test);
      const body = { slotId: await slotAt(7), matterId: someMatter(test).id, taxpayerId: citizen.taxpayerId };
      const { id } = await citizen.client.appointments.hold({ body });
      const params = { appointmentId: id };
      expect(await refusalOf(citizen.client.appointments.calendarFile({ params }))).toBe('request.not_available');
    });
  });
});
