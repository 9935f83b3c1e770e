// Filters the list of all figures by the file that stands beside it. Without this script the list can be paged through.
(() => {
  const form = document.querySelector('form.figure-filter');
  const said = document.getElementById('_said');
  const found = document.getElementById('_found');
  const all = document.getElementById('_all');
  const selects = ['collection', 'status', 'unit'];
  const most = 100;
  let entries;

  const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  // The columns of the file are anchor, title, value, status and unit.
  const load = () => entries ??= fetch(form.dataset.entries)
    .then(answer => answer.ok ? answer.json() : Promise.reject(new Error(answer.status)))
    .then(records => records.flatMap(record => record.figures.map(([field, title, text, status, unit]) => {
      const parts = field.split('.');
      const name = title + (parts.length > 1 ? ', ' + parts.at(-2) : '');
      return {
        href: record.url + '#' + field, name, text, status, unit,
        subject: record.title, collection: record.collection, in: plain([name, record.title, field].join(' ')),
      };
    })))
    .then(list => {
      for (const key of selects) {
        const wanted = form.elements[key].value;
        const values = [...new Set(list.map(entry => entry[key]).filter(Boolean))].sort();
        form.elements[key].append(...values.map(value => new Option(value.replaceAll('-', ' '), value)));
        form.elements[key].value = wanted;
      }
      return list;
    })
    .catch(fault => { entries = undefined; throw fault; });

  const item = entry => {
    const li = document.createElement('li');
    const span = document.createElement('span');
    span.textContent = entry.name.charAt(0).toUpperCase() + entry.name.slice(1);
    const subject = document.createElement('span');
    subject.className = 'column-note';
    subject.textContent = entry.subject;
    span.append(subject);
    const a = document.createElement('a');
    a.className = 'figure';
    a.href = entry.href;
    a.textContent = entry.text;
    li.append(span, a);
    return li;
  };

  const filter = async () => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.replaceState(history.state, '', query.size ? '?' + query : location.pathname);
    all.hidden = query.size > 0;
    if (!query.size) {
      found.replaceChildren();
      said.textContent = '';
      return;
    }
    try {
      const words = plain(query.get('q') ?? '').split(/\s+/).filter(Boolean);
      const hits = (await load()).filter(entry => words.every(word => entry.in.includes(word))
        && selects.every(key => !query.get(key) || entry[key] === query.get(key)));
      if (new URLSearchParams(location.search).toString() !== query.toString()) return;
      found.replaceChildren(...hits.slice(0, most).map(item));
      said.textContent = hits.length === 0 ? 'No figure fits. Try fewer words, or another status or unit.'
        : hits.length === 1 ? '1 figure'
        : hits.length > most ? `${hits.length} figures; the first ${most} are shown` : `${hits.length} figures`;
    } catch {
      all.hidden = false;
      said.textContent = 'The list could not be read. Try again, or look through the pages below.';
    }
  };

  let pause;
  form.addEventListener('submit', event => {
    event.preventDefault();
    filter();
  });
  form.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(filter, 120);
  });
  form.addEventListener('focusin', () => load().catch(() => {}), {once: true});
  form.hidden = false;
  const wanted = new URLSearchParams(location.search);
  form.elements.q.value = wanted.get('q') ?? '';
  if (wanted.size) {
    load().then(() => {
      for (const key of selects) form.elements[key].value = wanted.get(key) ?? '';
      filter();
    }).catch(() => {});
  }
})();
