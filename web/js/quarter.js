// quarter.js: what makes pages that work without it more comfortable with it.
//
// It knows attributes and nothing about pages; each part wakes only where its attribute stands:
//   data-swap="#id"       a link or a GET form replaces that element in place of the whole page
//   data-poll="5"         an element with an id asks for itself anew every five seconds while it is seen
//   data-confirm="…"      a form asks before it is sent; data-keep is the word for "no"
//   data-grid             arrow keys, Home and End move between slots, dragging chooses several
//   data-draft            what is typed outlives a reload, until it is sent
//   data-read             a button that reads the page aloud
//   data-locate           a button that fills near=LAT,LON; data-refused is said if that fails
//   data-step="-1"        a button of a stepper
// Markup never comes from a string: the policy of the site forbids it, and documents are parsed
// by XMLHttpRequest, which runs nothing in them.

const seconds = 1000;
const slowest = 60 * seconds;

/** Listens on the document, so that what is swapped in later is heard as well. */
function on(type, selector, handle, options) {
  document.addEventListener(type, event => {
    const element = event.target instanceof Element ? event.target.closest(selector) : null;
    if (element) handle(element, event);
  }, options);
}

function create(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Tells those who do not see it; the region is emptied first, or the same words are not said twice. */
function say(words) {
  const region = document.getElementById('spoken');
  region?.replaceChildren();
  setTimeout(() => region?.append(words), 100);
}

// ---- data-swap, data-poll ----------------------------------------------------------------------

function fetchPage(url) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('GET', url);
    call.responseType = 'document';
    call.timeout = 15 * seconds;
    call.onload = () => (call.status === 200 && call.response ? resolve(call) : reject(call));
    call.onerror = call.ontimeout = () => reject(call);
    call.send();
  });
}

/** Replaces the element of that id by its like in the page at url; false if there is none. */
async function swap(url, id) {
  const { response, responseURL } = await fetchPage(url);
  const next = response.getElementById(id);
  const old = document.getElementById(id);
  if (!next || !old) return false;
  old.replaceWith(document.importNode(next, true));
  document.title = response.title || document.title;
  wake(document.getElementById(id));
  return responseURL;
}

async function follow(url, id) {
  try {
    const address = await swap(url, id);
    if (!address) throw new Error(`no element ${id}`);
    history.replaceState(null, '', address);
    arrive(document.getElementById(id));
  } catch {
    location.assign(url);
  }
}

/** The focus goes to the heading of what is new, and its words are said. */
function arrive(element) {
  const heading = element.querySelector('h1, h2, h3') ?? element;
  if (!heading.hasAttribute('tabindex')) heading.setAttribute('tabindex', '-1');
  heading.focus();
  say(heading.textContent.trim());
}

function plainClick(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

on('click', 'a[data-swap]', (link, event) => {
  if (!plainClick(event)) return;
  event.preventDefault();
  follow(link.href, link.dataset.swap.slice(1));
});

on('submit', 'form[data-swap]', (form, event) => {
  if (form.method !== 'get' || event.defaultPrevented) return;
  event.preventDefault();
  const url = new URL(form.action, location.href);
  url.search = new URLSearchParams(new FormData(form, event.submitter)).toString();
  follow(url.href, form.dataset.swap.slice(1));
});

/** Asks after each interval, twice as late after a failure, and not while nobody looks or someone is in it. */
function poll(element) {
  const interval = Number(element.dataset.poll) * seconds;
  let wait = interval;
  const later = () => setTimeout(askAgain, wait);
  async function askAgain() {
    if (!element.isConnected) return;              // another stands in its place, and asks for itself
    if (document.hidden || element.contains(document.activeElement)) return void later();
    await swap(location.href, element.id).catch(() => {
      wait = Math.min(wait * 2, slowest);
      later();
    });
  }
  later();
}

// ---- data-confirm ------------------------------------------------------------------------------

function ask(question, yes, no) {
  return new Promise(resolve => {
    const refuse = create('button', { class: 'btn btn-2', value: 'no' }, no);
    const agree = create('button', { class: 'btn btn-danger', value: 'yes' }, yes);
    const dialog = create('dialog', { class: 'dialog', 'aria-labelledby': 'question' },
      create('h2', { id: 'question' }, question),
      create('form', { class: 'acts', method: 'dialog' }, agree, refuse));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
    refuse.focus();
  });
}

on('submit', 'form[data-confirm]', async (form, event) => {
  if (form.dataset.confirmed !== undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { submitter } = event;
  const words = submitter?.textContent.trim() ?? '';
  if (await ask(form.dataset.confirm, words, form.dataset.keep ?? '×')) {
    form.dataset.confirmed = '';
    form.requestSubmit(submitter);
  } else {
    submitter?.focus();
  }
}, { capture: true });

// ---- sending -----------------------------------------------------------------------------------

/** Shows that it is working; a page that the browser kept is shown ready again. */
on('submit', 'form', (form, event) => {
  if (!event.defaultPrevented) event.submitter?.setAttribute('aria-busy', 'true');
});
addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
});

// ---- data-grid ---------------------------------------------------------------------------------

const places = grid => [...grid.querySelectorAll('a.slot, .slot input')];

function nextPlace(all, here, key) {
  const box = here.getBoundingClientRect();
  const centre = box.left + box.width / 2;
  const at = all.indexOf(here);
  const distance = place => Math.abs(place.getBoundingClientRect().left + place.getBoundingClientRect().width / 2 - centre);
  const row = side => {
    const beyond = all.filter(place => side * (place.getBoundingClientRect().top - box.top) > 1);
    const nearest = Math.min(...beyond.map(place => side * place.getBoundingClientRect().top));
    return beyond.filter(place => side * place.getBoundingClientRect().top < nearest + 1)
      .sort((a, b) => distance(a) - distance(b))[0];
  };
  switch (key) {
    case 'ArrowRight': return all[at + 1];
    case 'ArrowLeft': return all[at - 1];
    case 'ArrowDown': return row(1);
    case 'ArrowUp': return row(-1);
    case 'Home': return all[0];
    case 'End': return all.at(-1);
    default: return null;
  }
}

on('keydown', '[data-grid] :is(a.slot, .slot input)', (here, event) => {
  if (here.type === 'radio' || event.ctrlKey || event.altKey || event.metaKey) return;
  const next = nextPlace(places(here.closest('[data-grid]')), here, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
});

let drag = null;

on('pointerdown', '[data-grid] label.slot', (label, event) => {
  const box = label.querySelector('input[type=checkbox]');
  if (!box || event.pointerType === 'touch') return;
  drag = { boxes: places(label.closest('[data-grid]')).filter(place => place.type === 'checkbox'), from: box, moved: false };
});

on('pointerover', '[data-grid] label.slot', label => {
  const box = label.querySelector('input[type=checkbox]');
  if (!drag || box === drag.from && !drag.moved) return;
  const ends = [drag.boxes.indexOf(drag.from), drag.boxes.indexOf(box)].sort((a, b) => a - b);
  drag.moved = true;
  drag.boxes.forEach((each, i) => { each.checked = i >= ends[0] && i <= ends[1]; });
});

addEventListener('pointerup', () => { drag = null; });

// ---- data-draft --------------------------------------------------------------------------------

const draftKey = field => `draft ${location.pathname} ${field.name}`;

/** Storage may be switched off, or full: then nothing is kept, and nothing breaks. */
function store(work) {
  try {
    return work(sessionStorage);
  } catch {
    return null;
  }
}

function restore(field) {
  const kept = store(storage => storage.getItem(draftKey(field)));
  if (kept && !field.value) field.value = kept;
}

on('input', '[data-draft]', field => store(storage => storage.setItem(draftKey(field), field.value)));
on('submit', 'form', form => {
  for (const field of form.querySelectorAll('[data-draft]')) store(storage => storage.removeItem(draftKey(field)));
});

// ---- data-read ---------------------------------------------------------------------------------

const speech = window.speechSynthesis;

function readAloud(button) {
  const { speaking } = speech;
  speech.cancel();
  button.setAttribute('aria-pressed', String(!speaking));
  if (speaking) return;
  const words = new SpeechSynthesisUtterance(document.querySelector('main')?.innerText ?? '');
  words.lang = document.documentElement.lang;
  words.onend = words.onerror = () => button.setAttribute('aria-pressed', 'false');
  speech.speak(words);
}

on('click', '[data-read]', readAloud);
addEventListener('pagehide', () => speech?.cancel());

// ---- data-locate -------------------------------------------------------------------------------

function locate(button) {
  const { form } = button;
  const refuse = () => {
    button.removeAttribute('aria-busy');
    if (button.nextElementSibling?.matches('.error')) return;
    button.after(create('span', { class: 'error', role: 'alert' }, button.dataset.refused ?? ''));
  };
  button.setAttribute('aria-busy', 'true');
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    const near = form.elements.near ?? form.appendChild(create('input', { type: 'hidden', name: 'near' }));
    near.value = `${coords.latitude.toFixed(5)},${coords.longitude.toFixed(5)}`;
    button.removeAttribute('aria-busy');
    form.requestSubmit();
  }, refuse, { maximumAge: 5 * 60 * seconds, timeout: 20 * seconds });
}

on('click', '[data-locate]', locate);

// ---- data-step ---------------------------------------------------------------------------------

on('click', '[data-step]', button => {
  const input = button.parentElement.querySelector('input');
  const now = Number.parseInt(input?.value, 10) || 0;
  if (input) input.value = String(Math.max(1, now + Number(button.dataset.step)));
});

// ---- waking ------------------------------------------------------------------------------------

/** Shows the buttons that need script, and begins what begins by itself, in all or a part of the page. */
function wake(part) {
  const all = selector => [...part.querySelectorAll(selector), ...(part.matches?.(selector) ? [part] : [])];
  const show = (selector, possible) => all(selector).forEach(element => { element.hidden = !possible; });
  show('[data-read]', Boolean(speech));
  show('[data-locate]', 'geolocation' in navigator);
  show('[data-step]', true);
  all('[data-draft]').forEach(restore);
  all('[data-poll]').forEach(poll);
}

wake(document);
