// measure.mjs: what is looked at inside a page; runs in the browser, so it names nothing from outside.

/** What is wrong with the page as it is shown, each in a few words. */
export function measure() {
  const findings = new Set();
  const root = document.documentElement;
  const care = 'care' in root.dataset;
  const least = care ? 60 : 'dense' in root.dataset ? 24 : 44;
  const smallest = care ? 18 : 14;
  const seen = e => e.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true }) && !e.closest('.hide, .skip');
  const called = e => `${e.localName}.${e.getAttribute('class') ?? ''} "${(e.textContent || e.getAttribute('aria-label') || e.id).trim().slice(0, 24)}"`;

  function scrollsSideways() {
    if (root.scrollWidth <= innerWidth) return;
    const wide = [...document.body.querySelectorAll('*')]
      .filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > innerWidth + 0.5);
    findings.add(`scrolls sideways to ${root.scrollWidth}: ${wide.slice(0, 2).map(called)}`);
  }

  /** A choice is as large as its label, a row as large as the cell that its title's link covers. */
  function boxOf(e) {
    const around = e.matches('[type=radio], [type=checkbox]') ? e.closest('label') : e.closest('.cell-t') ? e.closest('.cell') : null;
    return (around ?? e).getBoundingClientRect();
  }

  /** A link within a sentence is exempt (WCAG 2.5.8). */
  function inSentence(e) {
    const around = e.parentElement.closest('p, dd, span, td, li');
    return e.localName === 'a' && getComputedStyle(e).display === 'inline'
      && (around?.textContent.trim().length ?? 0) > e.textContent.trim().length + 3;
  }

  function targets() {
    for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
      const box = boxOf(e);
      if (seen(e) && !inSentence(e) && (box.height < least - 0.5 || box.width < least - 0.5)) {
        findings.add(`target of ${Math.round(box.width)}×${Math.round(box.height)} under ${least}: ${called(e)}`);
      }
    }
  }

  function sizesOfText() {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const e = node.parentElement;
      const size = Number.parseFloat(getComputedStyle(e).fontSize);
      if (node.data.trim() && seen(e) && size < smallest - 0.05) findings.add(`text of ${size} px under ${smallest}: ${called(e)}`);
    }
  }

  /** Words of the page itself: a sentence of one language alone must be the reader's. A language calls itself, and what people
   * are called or have called something is never translated. */
  function language() {
    const chinese = root.lang === 'zh-CN';
    for (const e of document.querySelectorAll('h1, h2, label, legend, dt, th, button, .btn, nav a, .hint, .error, .empty p, .steps li, summary')) {
      const words = e.textContent.trim();
      const han = /\p{Script=Han}/u.test(words);
      const latin = /[A-Za-z]{3}/.test(words);
      if (e.closest('[lang]') !== root || e.closest('[translate=no]') || (han && latin) || /^(English|中文)$/.test(words)) continue;
      if (chinese ? latin : han) findings.add(`not in ${root.lang}: ${called(e)}`);
    }
  }

  function structure() {
    const headings = document.querySelectorAll('h1').length;
    if (headings !== 1) findings.add(`${headings} headings of the first level`);
    if (!document.title.trim()) findings.add('no title');
    if (document.querySelector('[style], style, script:not([src])')) findings.add('inline style or script');
    const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
    for (const id of ids.filter((each, i) => ids.indexOf(each) !== i)) findings.add(`two elements are called ${id}`);
  }

  function icons() {
    for (const use of document.querySelectorAll('svg.i use')) {
      if (seen(use.parentElement) && use.getBBox().width === 0) findings.add(`no outline ${use.getAttribute('href')}`);
    }
  }

  for (const look of [scrollsSideways, targets, sizesOfText, language, structure, icons]) look();
  return [...findings];
}

/** Why one does not see where the focus is: no ring around it, or something before it; null if one does. */
export function focusUnseen() {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const shown = e.closest('.slot, .choice') ?? e;
  const ringed = [e, shown, e.closest('.cell')].some(each => each && getComputedStyle(each).outlineStyle !== 'none');
  if (!ringed && !e.matches('main, .errors')) return `no ring around ${e.outerHTML.slice(0, 100)}`;
  const box = shown.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1));
  if (box.height > innerHeight || (top && (shown.contains(top) || top.contains(shown)))) return null;
  return `${e.outerHTML.slice(0, 100)} at ${Math.round(box.top)} is behind ${top?.outerHTML.slice(0, 60)}`;
}
