const MINUTE = 60_000;
const byId = (id) => document.getElementById(id);
const asChinese = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'full',
  timeStyle: 'short',
  hourCycle: 'h23',
});
/** Demonstration time less the computer's, ms. */
let ahead = 0;
const now = () => Date.now() + ahead;

const read = async (path, init) => {
  const response = await fetch(path, init);
  const body = await response.json();
  if (!response.ok) throw new Error(body.message ?? '请求没有成功');
  return body;
};

let opensAt;
const show = () => {
  byId('time').textContent = asChinese.format(now());
};
async function look() {
  const halls = await read('/api/public/halls');
  const open = halls.filter(({ openNow }) => openNow).length;
  const next = halls.map(({ nextOpenAt }) => nextOpenAt).filter((at) => at !== null && at - now() > 10 * MINUTE);
  opensAt = next.length > 0 ? Math.min(...next) : undefined;
  byId('halls').textContent = open > 0 ? `${open} 个办税服务厅正在办公。` : '办税服务厅现在不办公。';
  byId('to-opening').disabled = opensAt === undefined;
}
async function advance(minutes) {
  byId('fault').hidden = true;
  try {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', 'x-terminal': 'h5' } };
    const said = await read('/api/demo/clock', { ...init, body: JSON.stringify({ minutes }) });
    ahead = said.now - Date.now();
    show();
    await look();
  } catch (error) {
    byId('fault').textContent = `没能快进：${error.message}`;
    byId('fault').hidden = false;
  }
}

const response = await fetch('/api/demo/clock');
if (response.ok) {
  ahead = (await response.json()).now - Date.now();
  show();
  setInterval(show, 10_000);
  await look();
  for (const button of document.querySelectorAll('[data-minutes]')) {
    button.addEventListener('click', () => void advance(Number(button.dataset.minutes)));
  }
  byId('to-opening').addEventListener('click', () => void advance(Math.ceil((opensAt - now()) / MINUTE) - 10));
  byId('clock').hidden = false;
}
