// Looks through search.json in the browser. Without this script the page still lists the ways into the site.
(() => {
  const form = document.querySelector('form.search');
  const field = form.elements.q;
  const status = document.getElementById('_status');
  const results = document.getElementById('_results');
  const lists = document.getElementById('_lists');
  const most = 30;
  let entries;

  const plain = text => (text || '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  const load = () => entries ??= fetch(form.dataset.entries)
    .then(answer => answer.ok ? answer.json() : Promise.reject(new Error(answer.status)))
    .then(all => all.map(entry => ({
      ...entry,
      in: [[plain(entry.title), 8], [plain(entry.tags?.join(' ')), 4], [plain(entry.headings?.join(' ')), 3], [plain(entry.description), 2]],
    })))
    .catch(fault => { entries = undefined; throw fault; });

  // Every word must be there; a word in the title counts most, at the start of a word more than inside one.
  const score = (entry, words) => {
    let sum = 0;
    for (const word of words) {
      let best = 0;
      for (const [text, weight] of entry.in) {
        const at = text.indexOf(word);
        if (at < 0) continue;
        const starts = text.startsWith(word) || text.includes(' ' + word);
        best = Math.max(best, starts ? weight : weight / 2);
      }
      if (!best) return 0;
      sum += best;
    }
    return sum;
  };

  const item = entry => {
    const li = document.createElement('li');
    const a = document.createElement('a');
    a.href = entry.url;
    a.textContent = entry.title;
    li.append(a);
    if (entry.kind) {
      const kind = document.createElement('span');
      kind.className = 'kind';
      kind.textContent = entry.kind;
      li.append(kind);
    }
    if (entry.description) {
      const p = document.createElement('p');
      p.textContent = entry.description;
      li.append(p);
    }
    return li;
  };

  const search = async () => {
    const query = field.value.trim();
    const words = plain(query).split(/\s+/).filter(Boolean);
    lists.hidden = words.length > 0;
    if (!words.length) {
      results.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      const found = (await load())
        .map(entry => [score(entry, words), entry])
        .filter(([points]) => points)
        .sort(([a], [b]) => b - a);
      if (query !== field.value.trim()) return;
      results.replaceChildren(...found.slice(0, most).map(([, entry]) => item(entry)));
      status.textContent = found.length === 0 ? 'Nothing has all these words. Try fewer or shorter ones.'
        : found.length === 1 ? '1 page'
        : found.length > most ? `${found.length} pages; the best ${most} are shown` : `${found.length} pages`;
    } catch {
      lists.hidden = false;
      status.textContent = 'The list of pages could not be read. Try again, or use the links below.';
    }
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    history.replaceState(null, '', '?q=' + encodeURIComponent(field.value.trim()));
    search();
  });
  let pause;
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(search, 120);
  });
  field.addEventListener('focus', () => load().catch(() => {}), {once: true});
  field.value = new URLSearchParams(location.search).get('q') || '';
  search();
})();
