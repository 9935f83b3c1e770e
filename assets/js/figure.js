// Opens a figure to its working where it stands. Without this script, and with any key held, the link leads there.
(() => {
  if (!('popover' in HTMLElement.prototype)) return;
  const pages = new Map();
  const past = [];
  let panel;
  let from;

  const page = path => {
    if (!pages.has(path)) {
      pages.set(path, fetch(path)
        .then(answer => answer.ok ? answer.text() : Promise.reject(new Error(answer.status)))
        .then(text => new DOMParser().parseFromString(text, 'text/html')));
      pages.get(path).catch(() => pages.delete(path));
    }
    return pages.get(path);
  };

  // A copy of the section that a heading begins. Names in it are made its own, and links lead where they led.
  const section = (whole, url) => {
    const heading = whole.getElementById(decodeURIComponent(url.hash.slice(1)));
    const copy = document.importNode(heading.closest('section'), true);
    const subject = document.createElement('p');
    subject.className = 'subject';
    subject.textContent = whole.querySelector('h1').textContent;
    copy.querySelector('h2').after(subject);
    // The page may have a region of the same name.
    for (const region of copy.querySelectorAll('[role="region"]')) region.setAttribute('role', 'group');
    const own = new Set();
    for (const element of copy.querySelectorAll('[id]')) {
      own.add(element.id);
      element.id = '_panel-' + element.id;
    }
    for (const name of ['aria-labelledby', 'aria-describedby']) {
      for (const element of copy.querySelectorAll(`[${name}]`)) {
        if (own.has(element.getAttribute(name))) element.setAttribute(name, '_panel-' + element.getAttribute(name));
      }
    }
    for (const link of copy.querySelectorAll('a[href^="#"]')) {
      link.setAttribute('href', url.pathname + link.getAttribute('href'));
      if (link.title) link.textContent = link.title;
    }
    return copy;
  };

  const button = (text, act) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  };

  const make = () => {
    panel = document.createElement('div');
    panel.className = 'figure-panel';
    panel.popover = 'auto';
    panel.tabIndex = -1;
    panel.setAttribute('role', 'dialog');
    panel.setAttribute('aria-labelledby', '_panel-title');
    panel.addEventListener('toggle', event => {
      if (event.newState === 'open') return;
      past.length = 0;
      if (panel.contains(document.activeElement) || document.activeElement === document.body) from.focus({preventScroll: true});
    });
    document.body.append(panel);
  };

  // Below or above the link, where there is more room; on narrow windows the style sheet puts it at the foot.
  const place = () => {
    panel.style.maxHeight = '';
    const at = from.getBoundingClientRect();
    const [below, above] = [innerHeight - at.bottom - 16, at.top - 16];
    const under = panel.offsetHeight <= below || below >= above;
    panel.style.maxHeight = Math.max(200, Math.min(panel.offsetHeight, under ? below : above)) + 'px';
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - panel.offsetWidth - 8));
    panel.style.left = left + scrollX + 'px';
    panel.style.top = (under ? at.bottom + 8 : at.top - panel.offsetHeight - 8) + scrollY + 'px';
  };

  const show = (part, url) => {
    const head = document.createElement('div');
    head.className = 'panel-head';
    if (past.length > 1) {
      head.append(button('Back', () => {
        past.pop();
        show(...past.at(-1));
      }));
    }
    const whole = document.createElement('a');
    whole.href = url.href;
    whole.textContent = 'Open its page';
    head.append(whole, button('Close', () => panel.hidePopover()));
    const body = part.cloneNode(true);
    const title = body.querySelector('h2');
    if (title) title.id = '_panel-title';
    panel.replaceChildren(head, body);
    if (!panel.matches(':popover-open')) panel.showPopover();
    panel.scrollTop = 0;
    place();
    panel.focus({preventScroll: true});
  };

  document.addEventListener('click', async event => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest('a.figure, a.cell, a.claim');
    if (!link) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || url.pathname === location.pathname || !url.hash) return;
    event.preventDefault();
    const inside = panel?.contains(link);
    if (!inside) from = link;
    try {
      const part = section(await page(url.pathname), url);
      if (!panel) make();
      if (!inside) past.length = 0;
      past.push([part, url]);
      show(part, url);
    } catch {
      location.assign(url);
    }
  });
})();
