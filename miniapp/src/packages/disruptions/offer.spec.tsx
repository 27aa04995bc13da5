import { fireEvent, screen } from '@testing-library/react';
import { AppError } from '@yiyun/shared';
import { openPage, wentTo } from '../../../test/open-page';
import { anOffer } from '../../../test/samples';
import Offer from './offer';

const open = (answers: Record<string, unknown>) =>
  openPage(Offer, {
    params: { affectedPartyId: 'D1' },
    answers: { 'GET /disruption-offers/D1': anOffer(), ...answers },
  });

describe('an offer after a closure', () => {
  it('says what can not take place and why, and takes a held place with one tap', async () => {
    const chosen = anOffer({ status: 'chosen', version: 2, chosenAppointmentId: 'Q2', availableActions: [] });
    const { to, answer } = open({ 'POST /disruption-offers/D1/choose': chosen });
    expect(await screen.findByText('鄞州区办税服务厅停办：停电检修')).toBeInTheDocument();
    expect(screen.getByText(/不算您取消/)).toBeInTheDocument();
    expect(screen.getAllByText('改到这个时间')).toHaveLength(3);
    answer('GET /disruption-offers/D1', chosen);
    fireEvent.click(screen.getByRole('button', { name: /：后天 09:30–10:00/ }));
    expect(await screen.findByText(/已改约，原来的预约不用管了/)).toBeInTheDocument();
    expect(to('POST /disruption-offers/D1/choose')[0]?.body).toEqual({ version: 1, appointmentId: 'Q2' });
    expect(screen.queryByText('改到这个时间')).toBeNull();
    fireEvent.click(screen.getByText('看新的预约'));
    expect(wentTo()).toBe('/packages/booking/detail/index?appointmentId=Q2');
  });

  it('none suits: somebody calls, and the places can still be taken', async () => {
    const toCall = anOffer({ status: 'toCall', version: 2, availableActions: ['choose'] });
    const { to, answer } = open({ 'POST /disruption-offers/D1/choose': toCall });
    await screen.findByText('都不合适，请打电话给我');
    answer('GET /disruption-offers/D1', toCall);
    fireEvent.click(screen.getByText('都不合适，请打电话给我'));
    expect(await screen.findByText(/工作人员会打您登记的手机/)).toBeInTheDocument();
    expect(to('POST /disruption-offers/D1/choose')[0]?.body).toEqual({ version: 1 });
    expect(screen.getAllByText('改到这个时间')).toHaveLength(3);
  });

  it('a place whose time was over: says so and shows what is left', async () => {
    const { answer } = open({ 'POST /disruption-offers/D1/choose': new AppError('appointment.hold_expired') });
    await screen.findAllByText('改到这个时间');
    answer('GET /disruption-offers/D1', anOffer({ alternatives: anOffer().alternatives.slice(1) }));
    fireEvent.click(screen.getAllByText('改到这个时间')[0] as HTMLElement);
    expect(await screen.findByText(/已超过保留时间/)).toBeInTheDocument();
    expect(await screen.findAllByText('改到这个时间')).toHaveLength(2);
  });

  it('when nothing is kept any more, says that somebody will call', async () => {
    open({ 'GET /disruption-offers/D1': anOffer({ alternatives: [] }) });
    expect(await screen.findByText(/替您留的时间都过了。工作人员会打您登记的手机/)).toBeInTheDocument();
    expect(screen.queryByText('改到这个时间')).toBeNull();
  });

  it('without a message all that are open are there', async () => {
    openPage(Offer, { answers: { 'GET /disruption-offers': [] } });
    expect(await screen.findByText('没有要改的预约')).toBeInTheDocument();
  });
});
