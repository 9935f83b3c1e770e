// The preview's side in the browser: brings the page up to date after each save, and says what is wrong with the project.
// It comes with pages that the preview serves; no published page has it.
(() => {
  'use strict';

  const FOLDER = '/_plainfact/';
  const SCRIPT_TYPE = /^(|module|importmap|speculationrules|(text|application)\/(x-)?(java|ecma)script)$/i;
  const self = document.currentScript;
  const path = self.dataset.path;

  const encoded = text => text.split('/').map(encodeURIComponent).join('/');
  const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

  // ---- The page: it becomes what the newest build made of it.

  // What this page was made from; empty where it stands in for a page that is not there.
  let current = self.dataset.sha256;
  let wanted = current;
  let working = false;

  async function become(sha256) {
    wanted = sha256;
    if (working) return;
    working = true;
    try {
      while (wanted !== current) {
        if (wanted === '' || current === '') await reload();
        await fetchAndMorph();
      }
    } finally {
      working = false;
    }
  }

  // Nothing more is to be done on this page.
  function reload() {
    location.reload();
    return new Promise(() => {});
  }

  async function fetchAndMorph() {
    const asked = wanted;
    const answer = await fetch(FOLDER + 'page/' + encoded(path));
    if (!answer.ok) await reload();
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const own = next.querySelector('script[data-sha256]');
    if (scripts(next) !== loadedScripts || policies(next) !== policies(document)) await reload();
    const outdated = await loadStyles(next);
    keepingPlace(() => {
      outdated.forEach(link => link.remove());
      morphPage(next);
    });
    // The fetched page may be newer than what was asked for.
    current = own.dataset.sha256;
    if (wanted === asked) wanted = current;
  }

  const isOurs = node => node.nodeName === 'SCRIPT' && node.hasAttribute('data-sha256');

  const isStyle = node => node.nodeName === 'LINK' && node.relList.contains('stylesheet');

  // A script that has run cannot be taken back: another set of scripts needs another page.
  function scripts(root) {
    return JSON.stringify([...root.querySelectorAll('script')]
      .filter(script => !isOurs(script) && SCRIPT_TYPE.test(script.type))
      .map(script => [script.getAttribute('src'), script.type, script.text]));
  }

  function policies(root) {
    return JSON.stringify([...root.querySelectorAll('meta[http-equiv="Content-Security-Policy" i]')]
      .map(meta => meta.content));
  }

  const loadedScripts = scripts(document);

  // Loads the style sheets that are new beside those there are; tells which are out of date when all are there.
  async function loadStyles(next) {
    const outdated = [...document.querySelectorAll('link')].filter(isStyle);
    const loading = [];
    let last = null;
    for (const link of [...next.querySelectorAll('link')].filter(isStyle)) {
      const same = outdated.findIndex(old => old.isEqualNode(link));
      if (same >= 0) {
        [last] = outdated.splice(same, 1);
        continue;
      }
      const added = document.importNode(link, true);
      loading.push(new Promise(done => {
        added.onload = added.onerror = done;
      }));
      if (last) last.after(added);
      else if (outdated.length) outdated[0].before(added);
      else document.head.append(added);
      last = added;
    }
    await Promise.race([Promise.all(loading), pause(5_000)]);
    return outdated;
  }

  // What stood before the reader's eyes is to stand there still, wherever text came or went.
  function keepingPlace(change) {
    const seen = inView();
    const focused = document.activeElement;
    change();
    const still = seen.find(({element}) => element.isConnected);
    if (scrollY > 0 && still) {
      const moved = still.element.getBoundingClientRect().top - still.top;
      // Instantly, whatever the page says of smooth scrolling.
      scrollTo({left: scrollX, top: scrollY + moved, behavior: 'instant'});
    }
    if (focused?.id && !focused.isConnected) document.getElementById(focused.id)?.focus({preventScroll: true});
  }

  // Small elements down the middle of the window; a large one would not tell that something moved within it.
  function inView() {
    return [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
      .map(part => document.elementFromPoint(innerWidth / 2, innerHeight * part))
      .filter(element => element && element !== host && element.getBoundingClientRect().height < innerHeight / 2)
      .map(element => ({element, top: element.getBoundingClientRect().top}));
  }

  function morphPage(next) {
    morphAttributes(document.documentElement, next.documentElement);
    morphChildren(document.head, next.head);
    morph(document.body, next.body);
  }

  function morph(live, next) {
    if (live.isEqualNode(next)) return;
    if (live.nodeType !== Node.ELEMENT_NODE) live.nodeValue = next.nodeValue;
    else if (live.nodeName === 'TEMPLATE') live.replaceWith(document.importNode(next, true));
    else {
      morphAttributes(live, next);
      morphChildren(live, next);
    }
  }

  function morphAttributes(live, next) {
    for (const {name, value} of next.attributes) {
      if (live.getAttribute(name) !== value && !isReaders(live, name)) live.setAttribute(name, value);
    }
    for (const {name} of [...live.attributes]) {
      if (!next.hasAttribute(name) && !isReaders(live, name)) live.removeAttribute(name);
    }
  }

  // What the reader has opened stays open.
  const isReaders = (element, name) => name === 'open' && /^(DETAILS|DIALOG)$/.test(element.nodeName);

  const takesPart = node => !isOurs(node) && !isStyle(node);

  function morphChildren(live, next) {
    const old = [...live.childNodes].filter(takesPart);
    const fresh = [...next.childNodes].filter(takesPart);
    let start = 0;
    while (start < Math.min(old.length, fresh.length) && old[start].isEqualNode(fresh[start])) start++;
    let end = 0;
    while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end).isEqualNode(fresh.at(-1 - end))) end++;
    const after = end > 0 ? old.at(-end) : null;
    morphBetween(live, old.slice(start, old.length - end), fresh.slice(start, fresh.length - end), after);
  }

  // Old nodes that are still wanted stay where they are; what lies between two of them is changed, added or removed.
  function morphBetween(live, old, fresh, after) {
    const kept = unchanged(old, fresh);
    let at = 0;
    fresh.forEach((node, i) => {
      if (kept.has(i)) {
        while (at < kept.get(i)) old[at++].remove();
        at++;
        return;
      }
      const limit = Math.min(old.length, ...[...kept].filter(([j]) => j > i).map(([, k]) => k));
      const fitting = old.findIndex((candidate, k) => k >= at && k < limit && fits(candidate, node));
      if (fitting < 0) {
        live.insertBefore(document.importNode(node, true), old[at] ?? after);
        return;
      }
      while (at < fitting) old[at++].remove();
      morph(old[at++], node);
    });
    old.slice(at).forEach(node => node.remove());
  }

  // Index in the new nodes to index in the old ones, both rising.
  function unchanged(old, fresh) {
    const kept = new Map();
    let from = 0;
    fresh.forEach((node, i) => {
      // White space is everywhere, and would tie together what does not belong together.
      if (node.nodeType === Node.TEXT_NODE && !node.nodeValue.trim()) return;
      const same = old.findIndex((candidate, k) => k >= from && candidate.isEqualNode(node));
      if (same >= 0) {
        kept.set(i, same);
        from = same + 1;
      }
    });
    return kept;
  }

  const fits = (live, next) =>
    live.nodeType === next.nodeType && live.nodeName === next.nodeName && (live.id ?? '') === (next.id ?? '');

  // ---- The state: one tab of the browser listens for all, because browsers have few connections for one host.

  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('plainfact') : null;
  let newest = 0;
  let membership = null;

  // While it is hidden a tab takes no part; it asks for what it missed when it is seen again.
  function join() {
    if (membership || document.hidden) return;
    membership = new AbortController();
    const {signal} = membership;
    if (!channel || !navigator.locks) {
      listen(signal);
      return;
    }
    ask();
    navigator.locks.request('plainfact', {signal}, () => listen(signal)).catch(() => {});
  }

  function leave() {
    membership?.abort();
    membership = null;
  }

  function listen(signal) {
    return new Promise(done => {
      let source;
      const open = () => {
        if (signal.aborted) return;
        source = new EventSource(FOLDER + 'events');
        source.onmessage = event => {
          const message = JSON.parse(event.data);
          channel?.postMessage(message);
          receive(message);
        };
        source.onerror = () => {
          if (source.readyState === EventSource.CLOSED) setTimeout(open, 1_000);
        };
      };
      signal.addEventListener('abort', () => {
        source?.close();
        done();
      });
      open();
    });
  }

  function receive(message) {
    // After a restart of the preview the numbers begin anew.
    if (message.all) newest = message.number;
    if (message.number < newest) return;
    show(message);
    if (message.all) ask();
    else if (Object.keys(message.changed).some(isPart)) reload();
    else if (Object.hasOwn(message.changed, path)) update(message.changed[path]);
  }

  // Something that this page has loaded and that keeps its name, such as a picture beside an article: a browser goes on
  // showing the old one as long as the page is open.
  const isPart = file => performance.getEntriesByType('resource')
    .some(({name}) => !name.includes(FOLDER) && new URL(name).pathname.endsWith('/' + encoded(file)));

  async function ask() {
    try {
      const answer = await fetch(FOLDER + 'state?path=' + encoded(path));
      if (!answer.ok) return;
      const state = await answer.json();
      if (state.number < newest) return;
      show(state);
      update(state.sha256);
    } catch {
      // The preview has ended; its next start is heard of by the event stream.
    }
  }

  const update = sha256 => become(sha256).catch(() => {
    // The preview ended in the middle. Any later state leads here again.
  });

  if (channel) channel.onmessage = event => membership && receive(event.data);
  document.addEventListener('visibilitychange', () => (document.hidden ? leave() : join()));
  addEventListener('pagehide', leave);
  addEventListener('pageshow', event => event.persisted && join());

  // ---- What is shown above the page. It stands beside the body, in a tree that the page's styles do not reach.

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

  const host = element('plainfact-preview');
  const root = host.attachShadow({mode: 'open'});
  const style = element('link', {rel: 'stylesheet', href: FOLDER + 'preview.css'});
  const overlay = element('section', {class: 'overlay', role: 'dialog', 'aria-labelledby': 'head', tabindex: '-1'});
  const badge = element('div', {class: 'badge'});
  const spoken = element('p', {class: 'spoken', role: 'status'});
  const tip = element('pre', {class: 'tip', role: 'tooltip'});
  overlay.hidden = badge.hidden = tip.hidden = true;
  style.onload = () => root.append(overlay, badge, spoken, tip);
  root.append(style);
  document.documentElement.append(host);

  // The preview's own pages lead to the findings by themselves.
  const ownPage = path.startsWith('_plainfact/');
  let state = null;
  let listed = null;
  let hiddenFindings = stored(storage => storage.getItem('plainfact-hidden'));

  // For the tab: the next page that is opened in it does not show again what was hidden.
  function remember(findings) {
    hiddenFindings = findings;
    stored(storage => storage.setItem('plainfact-hidden', findings));
  }

  // Some browsers refuse the storage.
  function stored(use) {
    try {
      return use(sessionStorage);
    } catch {
      return null;
    }
  }

  async function show(next) {
    newest = next.number;
    state = next;
    workings.clear();
    paintBadge();
    if (state.findings !== hiddenFindings) remember('');
    if (state.errors === 0) {
      overlay.hidden = true;
      listed = null;
      spoken.textContent = '';
    } else if (!ownPage && state.findings !== hiddenFindings && state.findings !== listed) {
      await list(state.findings);
    }
    paintBadge();
  }

  async function list(findings) {
    listed = findings;
    try {
      const answer = await fetch(FOLDER + 'findings.json');
      const found = await answer.json();
      // Meanwhile they may have changed, or been hidden.
      if (listed === findings && state.findings === findings && findings !== hiddenFindings) paintOverlay(found);
    } catch {
      listed = null;
    }
  }

  function paintBadge() {
    const parts = [];
    const told = ownPage || !overlay.hidden;
    if (state.errors > 0 && !told) {
      const button = element('button', {type: 'button', class: 'error'}, count(state.errors, 'error'));
      button.onclick = reopen;
      parts.push(button);
    }
    if (state.warnings > 0 && !told) {
      parts.push(element('a', {href: FOLDER + 'findings', class: 'warning'}, count(state.warnings, 'warning')));
    }
    // A quick build needs no announcement: the style lets it appear late.
    if (state.building) parts.push(element('span', {class: 'building'}, 'building'));
    badge.replaceChildren(...parts);
    badge.hidden = parts.length === 0;
  }

  function paintOverlay({reports, more}) {
    const found = [count(state.errors, 'error'), state.warnings > 0 ? count(state.warnings, 'warning') : '']
      .filter(Boolean).join(', ');
    const close = element('button', {type: 'button', class: 'close'}, 'Hide ', element('kbd', {}, 'Esc'));
    close.onclick = hide;
    const list = element('ol', {class: 'reports'}, ...reports.map(paintReport));
    overlay.replaceChildren(
      element('header', {},
        element('h2', {id: 'head'}, found),
        element('p', {}, state.site ? 'The page shows the last good build.' : 'There is no good build yet.'),
        close),
      list,
      ...(more > 0 ? [element('p', {class: 'more'}, `… and ${more} more`)] : []));
    overlay.hidden = false;
    spoken.textContent = `${found}. ${reports[0].place}: ${reports[0].problem}`;
  }

  function paintReport(report) {
    const item = element('li', {class: `report ${report.severity}`},
      element('p', {class: 'told'},
        element('span', {class: 'place'}, report.place), ': ',
        element('span', {class: 'severity'}, report.severity), `: ${report.problem} `,
        element('span', {class: 'rule'}, `[${report.rule}]`)));
    if (report.lines.length > 0) {
      item.append(element('pre', {class: 'source', tabindex: '0'}, ...report.lines.map(line => paintLine(report, line))));
    }
    if (report.hint) item.append(element('p', {class: 'hint'}, `hint: ${report.hint}`));
    return item;
  }

  function paintLine(report, {number, text, marked}) {
    const [from, to] = marked ?? [text.length, text.length];
    return element('span', {class: number === report.line ? 'line here' : 'line'},
      element('span', {class: 'number'}, String(number)),
      text.slice(0, from),
      ...(marked ? [element('mark', {}, text.slice(from, to))] : []),
      `${text.slice(to)}\n`);
  }

  function hide() {
    overlay.hidden = true;
    remember(state.findings);
    paintBadge();
  }

  function reopen() {
    remember('');
    listed = null;
    show(state).then(() => overlay.focus());
  }

  addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    if (!tip.hidden) closeTip();
    else if (!overlay.hidden) hide();
  });

  // ---- How a figure came about, for the link to it that is pointed at or has the focus.

  const workings = new Map();
  let pointed = null;

  function figure(target) {
    const link = target instanceof Element ? target.closest('a[href]') : null;
    const parts = link?.origin === location.origin && link.pathname.match(/\/figures\/([^/]+)\/$/);
    return parts && link.hash.length > 1
      ? {link, address: `${decodeURIComponent(parts[1])}.${decodeURIComponent(link.hash.slice(1))}`}
      : null;
  }

  async function openTip(target, delay) {
    const found = figure(target);
    if (!found || pointed === found.link) return;
    pointed = found.link;
    await pause(delay);
    if (pointed !== found.link) return;
    if (!workings.has(found.address)) {
      const answer = await fetch(FOLDER + 'figures/' + encoded(found.address)).catch(() => null);
      workings.set(found.address, answer?.ok ? await answer.text() : '');
    }
    const text = workings.get(found.address);
    if (pointed !== found.link || !text) return;
    tip.textContent = text.trimEnd();
    tip.hidden = false;
    placeTip(found.link.getBoundingClientRect());
  }

  function placeTip(link) {
    const {width, height} = tip.getBoundingClientRect();
    const below = link.bottom + 6;
    const top = below + height < innerHeight ? below : Math.max(8, link.top - 6 - height);
    tip.style.top = `${top}px`;
    tip.style.left = `${Math.max(8, Math.min(link.left, innerWidth - width - 8))}px`;
  }

  function closeTip() {
    pointed = null;
    tip.hidden = true;
  }

  document.addEventListener('pointerover', event => {
    if (event.pointerType === 'touch') return;
    if (figure(event.target)) openTip(event.target, 150);
    else if (event.target !== host) closeTip();
  });
  document.addEventListener('focusin', event => {
    closeTip();
    if (event.target instanceof Element && event.target.matches(':focus-visible')) openTip(event.target, 0);
  });
  document.addEventListener('focusout', closeTip);
  addEventListener('scroll', closeTip, {passive: true});

  join();
})();
