const cell = (text, tag = 'td') => {
  const td = document.createElement('td');
  if (tag === 'td') td.textContent = text;
  else td.append(Object.assign(document.createElement(tag), { textContent: text }));
  return td;
};

const response = await fetch('/api/demo/accounts');
if (response.ok) {
  const rows = (await response.json()).map(({ role, account, password, note }) => {
    const tr = document.createElement('tr');
    tr.append(cell(role), cell(account, 'code'), cell(password ?? '短信验证码', password ? 'code' : 'td'), cell(note));
    return tr;
  });
  document.getElementById('accounts').replaceChildren(...rows);
  document.getElementById('demo').hidden = false;
}
