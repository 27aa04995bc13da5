const state = document.getElementById('state');
const list = document.getElementById('messages');
const paragraph = (text, className = '') =>
  Object.assign(document.createElement('p'), { textContent: text, className });
const when = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' });

async function refresh() {
  try {
    const response = await fetch('/api/demo/outbox');
    if (!response.ok) {
      state.textContent = response.status === 404 ? '这里不是演示环境，短信会真实发出。' : '读取失败，稍后自动再试。';
      return;
    }
    const messages = await response.json();
    state.textContent =
      messages.length > 0 ? `最近${messages.length}条` : '还没有短信。在手机端点“获取验证码”后会出现在这里。';
    list.replaceChildren(
      ...messages.map(({ phone, text, at }) => {
        const li = document.createElement('li');
        li.append(paragraph(`${when.format(at)} 发给 ${phone}`, 'when'), paragraph(text));
        return li;
      }),
    );
  } catch {
    state.textContent = '连接不上服务器，稍后自动再试。';
  }
}

await refresh();
setInterval(() => void refresh(), 3000);
