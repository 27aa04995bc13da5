import { fireEvent, screen, waitFor } from '@testing-library/react';
import { AppError, type BindingView } from '@yiyun/shared';
import { ME, openPage } from '../../../test/open-page';
import Proxies from './proxy';

const PROXY: BindingView = {
  id: 'B3',
  taxpayerId: 'T2',
  kind: 'individual',
  name: '王大爷',
  uscc: null,
  role: 'proxy',
  boundAt: 1,
};

describe('亲友代办', () => {
  it('is agreed to by reading out the code that came to the other phone', async () => {
    const { to, answer } = openPage(Proxies, {
      answers: {
        'POST /public/sign-in/phone-codes': { resendAfterMs: 60_000, expiresInMs: 300_000 },
        'POST /me/delegations': new AppError('auth.phone_code_wrong'),
      },
    });
    expect(await screen.findByText(/还没有人/)).toBeInTheDocument();
    fireEvent.click(screen.getByText('添加一位'));
    fireEvent.click(screen.getByText('他同意了，添加'));
    expect(screen.getByText('有 3 处需要修改')).toBeInTheDocument();
    fireEvent.change(screen.getByRole('textbox', { name: '他的姓名' }), { target: { value: '王大爷' } });
    fireEvent.change(screen.getByRole('textbox', { name: '他的手机号' }), { target: { value: '139 0000 9999' } });
    fireEvent.click(screen.getByText('获取验证码'));
    await screen.findByText(/已发送/);
    fireEvent.change(screen.getByRole('textbox', { name: '短信验证码' }), { target: { value: '123456' } });
    fireEvent.click(screen.getByText('他同意了，添加'));
    expect(await screen.findByText('验证码不正确，请核对短信')).toBeInTheDocument();
    answer('POST /me/delegations', PROXY);
    answer('GET /me', { ...ME, bindings: [PROXY] });
    fireEvent.change(screen.getByRole('textbox', { name: '短信验证码' }), { target: { value: '654321' } });
    fireEvent.click(screen.getByText('他同意了，添加'));
    expect(await screen.findByText('可以替王大爷办了')).toBeInTheDocument();
    expect(to('POST /me/delegations')[1]?.body).toEqual({ name: '王大爷', phone: '13900009999', code: '654321' });
    expect(await screen.findByText('王大爷')).toBeInTheDocument();
  });

  it('is ended after a question that says what stays', async () => {
    const { to } = openPage(Proxies, {
      me: { ...ME, bindings: [PROXY] },
      answers: { 'POST /me/bindings/B3/end': ME },
    });
    fireEvent.click(await screen.findByRole('link', { name: /^王大爷.*不再代办/ }));
    expect(screen.getByText(/已约好的不受影响/)).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '不再代办' }));
    await waitFor(() => expect(to('POST /me/bindings/B3/end')).toHaveLength(1));
    expect(await screen.findByText(/还没有人/)).toBeInTheDocument();
  });

  it('shows who acts for oneself, and takes that back', async () => {
    const proxies = [{ bindingId: 'B8', name: '小王', boundAt: 1 }];
    const { to } = openPage(Proxies, { me: { ...ME, proxies }, answers: { 'POST /me/bindings/B8/end': ME } });
    fireEvent.click(await screen.findByRole('link', { name: /^小王.*收回/ }));
    fireEvent.click(screen.getByRole('button', { name: '收回代办' }));
    await waitFor(() => expect(to('POST /me/bindings/B8/end')).toHaveLength(1));
    expect(await screen.findByText('已收回代办')).toBeInTheDocument();
  });
});
