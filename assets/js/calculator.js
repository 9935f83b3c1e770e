// Works calculators out anew in the browser: the same operations in the same order as the program that built the site
// (figure/Step.java), printed in the same digits (figure/Display.java). Without this script the worked example stands.
(() => {
  // Ranges of numbers [low, high]. What is not finite is refused, so that no result is a guess.
  const range = (low, high) => {
    if (!Number.isFinite(low) || !Number.isFinite(high) || low > high) throw new RangeError('out of range');
    return [low, high];
  };
  const corners = all => {
    let [low, high] = [all[0], all[0]];
    for (const corner of all) {
      low = Math.min(low, corner);
      high = Math.max(high, corner);
    }
    return range(low, high);
  };
  const scaled = (a, factor) => corners([a[0] * factor, a[1] * factor]);
  const negated = a => range(0 - a[1], 0 - a[0]);
  const divided = (a, b) => {
    if (b[0] <= 0 && b[1] >= 0) throw new RangeError('division by zero');
    return corners([a[0] / b[0], a[0] / b[1], a[1] / b[0], a[1] / b[1]]);
  };
  const absolute = a => a[0] >= 0 ? a : a[1] <= 0 ? negated(a) : range(0, Math.max(-a[0], a[1]));
  const whole = (base, exponent) => {
    let [result, square] = [1, base];
    for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) result *= square;
      if (left > 1) square *= square;
    }
    return result;
  };
  const raised = (base, top, bottom) => {
    if ((bottom & (bottom - 1)) !== 0) return Math.pow(base, top / bottom);
    let root = base;
    for (let left = bottom; left > 1; left /= 2) root = Math.sqrt(root);
    return whole(root, top);
  };
  const power = (a, top, bottom) => {
    if (top < 0) return divided([1, 1], power(a, -top, bottom));
    if (a[0] < 0 && bottom !== 1) throw new RangeError('a root of a value below zero');
    const base = a[0] < 0 && top % 2 === 0 ? absolute(a) : a;
    return range(raised(base[0], top, bottom), raised(base[1], top, bottom));
  };
  const slack = 1e-9;
  const words = {
    '+': (a, b) => range(a[0] + b[0], a[1] + b[1]),
    '-': (a, b) => range(a[0] - b[1], a[1] - b[0]),
    '*': (a, b) => corners([a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]]),
    '/': divided,
    min: (a, b) => range(Math.min(a[0], b[0]), Math.min(a[1], b[1])),
    max: (a, b) => range(Math.max(a[0], b[0]), Math.max(a[1], b[1])),
    negate: negated,
    abs: absolute,
    sqrt: a => {
      if (a[0] < 0) throw new RangeError('the root of a value below zero');
      return range(Math.sqrt(a[0]), Math.sqrt(a[1]));
    },
    floor: a => range(Math.floor(a[0] + slack), Math.floor(a[1] + slack)),
    ceil: a => range(Math.ceil(a[0] - slack), Math.ceil(a[1] - slack)),
    scale: (a, factor) => scaled(a, factor[0]),
    power: (a, top, bottom) => power(a, top[0], bottom[0]),
  };

  // Code is in postfix notation: numbers and inputs go on the stack, words take their operands from it.
  const run = (code, inputs) => {
    const stack = [];
    for (const word of code) {
      if (typeof word === 'number') stack.push([word, word]);
      else if (word[0] === 'x') stack.push(inputs[Number(word.slice(1))]);
      else stack.push(words[word](...stack.splice(-words[word].length)));
    }
    return stack[0];
  };

  // Decimals: the digits of a number and the power of ten of the first, from the shortest text that stands for it.
  const decimal = value => {
    const shortest = Math.abs(value).toExponential();
    const [mantissa, exponent] = (shortest.includes('.') ? shortest : Math.abs(value).toExponential(1)).split('e');
    return {digits: mantissa.replace('.', '').replace(/0+$/, ''), exponent: Number(exponent), negative: value < 0};
  };
  const rounded = (number, size, more) => {
    const {digits, exponent, negative} = number;
    if (digits.length <= size) return number;
    const [kept, rest] = [digits.slice(0, size), digits.slice(size)];
    if (!/[1-9]/.test(rest) || !more(kept, rest, negative)) return {digits: kept, exponent, negative};
    const next = (BigInt(kept) + 1n).toString();
    return {digits: next.slice(0, size), exponent: exponent + next.length - size, negative};
  };
  const halfEven = (kept, rest) =>
    /^50*$/.test(rest) ? Number(kept.at(-1)) % 2 === 1 : rest[0] >= '5';
  const halfUp = (kept, rest) => rest[0] >= '5';
  const down = (kept, rest, negative) => negative;
  const up = (kept, rest, negative) => !negative;
  const grouped = text => {
    const [front, back] = text.split('.');
    return front.replace(/\B(?=(\d{3})+$)/g, ',') + (back === undefined ? '' : '.' + back);
  };
  const superscript = number =>
    String(number).replace('-', '⁻').replace(/\d/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]);
  const printed = (value, size, mode, count) => {
    if (value === 0) return '0';
    let {digits, exponent, negative} = rounded(rounded(decimal(value), 13, halfEven), size, mode);
    digits = digits.replace(/0+$/, '');
    digits = digits.padEnd(count && digits.length <= exponent + 1 ? exponent + 1 : size, '0');
    const sign = negative ? '−' : '';
    if (exponent >= 18 || exponent < -6) {
      const mantissa = digits.length > 1 ? digits[0] + '.' + digits.slice(1) : digits;
      return sign + mantissa + ' × 10' + superscript(exponent);
    }
    if (exponent < 0) return sign + '0.' + '0'.repeat(-exponent - 1) + digits;
    const front = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
    const back = digits.slice(exponent + 1);
    return sign + grouped(back ? front + '.' + back : front);
  };
  const display = ([low, high], digits, count) => {
    if (low === high) return printed(low, digits ?? 4, halfUp, count);
    const [from, to] = [printed(low, digits ?? 2, down, count), printed(high, digits ?? 2, up, count)];
    return from === to ? from : from + ' – ' + to;
  };

  // What a result must carry to be comparable, or why its inputs do not go together.
  const merged = (node, operands) => {
    const said = {};
    const different = new Set();
    const free = name => node.across.includes(name) || node.across.includes('*');
    for (const {qualifiers} of operands) {
      for (const [name, value] of Object.entries(qualifiers)) {
        const wanted = node.requires[name] ?? value;
        if (wanted !== value) return {conflict: `${spaced(name)} must be “${wanted}”, not “${value}”`};
        said[name] ??= value;
        if (said[name] !== value && !free(name)) return {conflict: `${spaced(name)}: “${said[name]}” and “${value}”`};
        if (said[name] !== value) different.add(name);
      }
    }
    for (const name of [...different, ...node.drops]) delete said[name];
    return {qualifiers: {...said, ...node.sets}};
  };
  const spaced = name => name.replaceAll('-', ' ');

  // What every part of the calculation is at a state; parts that hang on controls behind the last one are left out.
  const evaluate = (data, state, last) => {
    const values = [];
    let conflict;
    for (const node of data.nodes) {
      values.push(node.input ? input(data, node.input, state, last) : node.operands ? output(node) : node);
    }
    return {values, conflict};

    function output(node) {
      const operands = node.operands.map(([place]) => values[place]);
      if (operands.includes(undefined)) return undefined;
      const {qualifiers, conflict: found} = merged(node, operands);
      conflict ??= found;
      if (found) return undefined;
      const status = Math.max(node.status, ...operands.map(operand => operand.status));
      const value = {unit: node.unit, status, qualifiers, digits: node.digits, count: node.count};
      if (operands.some(operand => !operand.range)) return value;
      const inputs = node.operands.map(([, factors], i) => {
        const {range, unit} = operands[i];
        return unit in factors ? scaled(range, factors[unit]) : range;
      });
      return {...value, range: scaled(run(node.code, inputs), node.factor)};
    }
  };
  const input = (data, [control, part], state, last) => {
    if (control > last) return undefined;
    const {options, start, value} = data.controls[control];
    if (options) return options[state[control]].values[part];
    const number = state[control];
    return number === start ? value : {...value, range: [number, number], status: data.moved};
  };

  // A number within bounds, on a step; undefined for what is no number.
  const decimals = number => {
    const {digits, exponent} = decimal(number);
    return Math.max(0, digits.length - 1 - exponent);
  };
  const fitted = ({low, high, step}, text) => {
    if (!/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?\s*$/i.test(text)) return undefined;
    const places = Math.min(100, Math.max(decimals(low), decimals(step)));
    const within = Math.min(high, Math.max(low, Number(text)));
    const at = steps => Number((low + steps * step).toFixed(places));
    const steps = Math.round((within - low) / step);
    return at(steps) > high ? at(steps - 1) : at(steps);
  };

  // Of the options that fit, the first of those that say most alike of themselves; −1 where none fits.
  const nearest = (options, chosen, reasons) => {
    const own = Object.entries(options[chosen].values[0].qualifiers);
    let [best, most] = [-1, -1];
    options.forEach(({values: [{qualifiers}]}, o) => {
      const shared = reasons[o] ? -1 : own.filter(([name, value]) => qualifiers[name] === value).length;
      if (shared > most) [best, most] = [o, shared];
    });
    return best;
  };

  const start = root => {
    const data = JSON.parse(root.querySelector('script[type="application/json"]').textContent);
    const part = (name, within = root) => within.querySelector(`[data-part="${name}"]`);
    const form = part('form');
    const fields = data.controls.map(control => part('control-' + control.name, form));
    const listed = fields.map(field => field.matches('select') ? [...field.options] : undefined);
    const titles = listed.map(options => options?.map(option => option.textContent));
    const state = data.controls.map(control => control.start);

    // A choice that does not go with those before it cannot be made, and says why.
    const refit = () => {
      const changed = [];
      data.controls.forEach((control, c) => {
        if (!control.options) return;
        const reasons = control.options.map((_, o) => evaluate(data, state.with(c, o), c).conflict);
        const next = nearest(control.options, state[c], reasons);
        if (reasons[state[c]] && next >= 0) {
          changed.push(`${titles[c][state[c]]} does not go with what is chosen before it (${reasons[state[c]]}); ${titles[c][next]} is taken instead.`);
          state[c] = next;
        }
        const others = document.createElement('optgroup');
        others.label = 'Not with what is chosen before';
        listed[c].forEach((option, o) => {
          option.disabled = Boolean(reasons[o]);
          option.textContent = titles[c][o] + (reasons[o] ? ` (${reasons[o]})` : '');
          if (reasons[o]) others.append(option);
        });
        fields[c].replaceChildren(...listed[c].filter((_, o) => !reasons[o]), ...(others.children.length ? [others] : []));
        fields[c].value = control.options[state[c]].id;
      });
      part('changed').textContent = changed.join(' ');
    };

    const render = () => {
      const {values, conflict} = evaluate(data, state, Infinity);
      const said = data.results.map((place, i) => {
        const result = part('result-' + i);
        const value = values[place];
        const text = !value ? 'not together' : value.range ? display(value.range, value.digits, value.count) : 'not stated';
        part('number', result).textContent = text;
        part('number', result).className = value?.range ? 'num' : 'absent';
        part('unit', result).hidden = !value?.range;
        const badge = part('badge', result);
        const word = value && data.statuses[value.status];
        badge.hidden = !value?.range || value.status < data.plain;
        badge.textContent = word ?? '';
        badge.className = 'badge badge-' + word;
        part('qualifiers', result).textContent = value ? Object.keys(value.qualifiers).sort()
          .filter(name => !data.alike.includes(name))
          .map(name => `${spaced(name)}: ${value.qualifiers[name]}`).join('; ') : conflict ?? '';
        return part('title', result).textContent.trim() + ': ' + text
          + (value?.range ? ' ' + part('unit', result).textContent.trim() + (badge.hidden ? '' : ', ' + word) : '');
      });
      data.controls.forEach((control, c) => {
        const slider = part('slider-' + control.name, form);
        if (slider) slider.value = state[c];
      });
      const began = state.every((at, c) => at === data.controls[c].start);
      part('reset').disabled = began;
      part('link').href = address();
      return said;
    };

    // The state stands behind the name of the calculator in the address: no server sees it.
    const address = () => {
      const moved = new URLSearchParams();
      data.controls.forEach((control, c) => {
        if (state[c] !== control.start) moved.set(control.name, control.options ? control.options[state[c]].id : state[c]);
      });
      return '#' + root.id + (moved.size ? '?' + moved : '');
    };
    const restore = () => {
      const [name, query] = location.hash.slice(1).split(/\?(.*)/s);
      if (name !== root.id || query === undefined) return false;
      const wanted = new URLSearchParams(query);
      data.controls.forEach((control, c) => {
        const text = wanted.get(control.name);
        state[c] = control.start;
        if (text === null) return;
        if (control.options) {
          const place = control.options.findIndex(option => option.id === text);
          if (place >= 0) state[c] = place;
        } else {
          state[c] = fitted(control, text) ?? control.start;
        }
      });
      return true;
    };
    const fill = () => data.controls.forEach((control, c) => {
      fields[c].value = control.options ? control.options[state[c]].id : state[c];
    });
    const all = () => {
      refit();
      fill();
      return render();
    };

    let pause;
    const tell = said => {
      clearTimeout(pause);
      pause = setTimeout(() => {
        part('said').textContent = said.join('; ');
        if (location.hash !== address()) history.replaceState(history.state, '', address());
      }, 600);
    };
    data.controls.forEach((control, c) => {
      if (control.options) {
        fields[c].addEventListener('change', () => {
          state[c] = control.options.findIndex(option => option.id === fields[c].value);
          refit();
          tell(render());
        });
        return;
      }
      const move = event => {
        const number = fitted(control, event.target.value);
        if (number === undefined) return;
        state[c] = number;
        if (event.target !== fields[c]) fields[c].value = number;
        tell(render());
      };
      fields[c].addEventListener('input', move);
      part('slider-' + control.name, form).addEventListener('input', move);
      fields[c].addEventListener('change', () => { fields[c].value = state[c]; });
    });
    form.addEventListener('submit', event => event.preventDefault());
    part('reset').addEventListener('click', () => {
      data.controls.forEach((control, c) => { state[c] = control.start; });
      tell(all());
    });
    addEventListener('hashchange', () => {
      if (restore()) all();
    });

    const shared = restore();
    all();
    part('example').hidden = true;
    form.hidden = false;
    part('foot').hidden = false;
    if (shared) root.scrollIntoView();
  };

  document.querySelectorAll('.calculator').forEach(start);
})();
