import './shell.scss';

/**
 * Taro's browser frame is markup without meaning: its tab bar is a row of `javascript:` links. This gives the bar a
 * name, marks the current tab, makes the tabs work from the keyboard and lets a scrolling page be scrolled by it.
 */
export function improveShell(): void {
  new MutationObserver(improve).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class'],
  });
  document.addEventListener('keydown', pressTab);
  improve();
}

/** Lets the frame wear the theme of the pages. */
export function markElder(elder: boolean): void {
  document.documentElement.classList.add('theme');
  document.documentElement.classList.toggle('theme--elder', elder);
}

function improve(): void {
  const bar = document.querySelector('taro-tabbar');
  if (bar) {
    set(bar, 'role', 'navigation');
    set(bar, 'aria-label', '主导航');
    for (const tab of bar.querySelectorAll('.weui-tabbar__item')) {
      if (tab.hasAttribute('href')) tab.removeAttribute('href');
      set(tab, 'role', 'link');
      set(tab, 'tabindex', '0');
      set(tab, 'aria-current', tab.classList.contains('weui-bar__item_on') ? 'page' : 'false');
    }
  }
  for (const page of document.querySelectorAll('.taro_page')) {
    set(page, 'tabindex', page.scrollHeight > page.clientHeight ? '0' : '-1');
  }
}

/** Writes only what differs: every write would wake the observer again. */
function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function pressTab(event: KeyboardEvent): void {
  const target = event.target;
  if (event.key !== 'Enter' || !(target instanceof HTMLElement)) return;
  if (target.classList.contains('weui-tabbar__item')) target.click();
}
