// person.mjs: somebody before a browser. What they do is told in words; each page they come to is looked at.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { focusUnseen, measure } from './measure.mjs';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

const most = 10;
const tallest = 8000;

function told(findings) {
  const more = findings.length > most ? [`and ${findings.length - most} more`] : [];
  return [...findings.slice(0, most), ...more].map(finding => `\n#   ${finding}`).join('');
}

/** Chromium tells of each refused form as an error of the console; that is no fault of the page. */
const refusedForm = /status of (401|409|422|429)/;

export class Person {
  /** way: { language, width, script, care, dark }; tell(passed, what) counts. */
  constructor(name, way, tell, out) {
    Object.assign(this, { name, way, tell, out, shots: 0, trouble: [] });
  }

  async arrive(browser, base) {
    const { language, width, script, dark } = this.way;
    this.base = base;
    this.context = await browser.newContext({
      baseURL: base, locale: language, javaScriptEnabled: script, colorScheme: dark ? 'dark' : 'light',
      timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', viewport: { width, height: width < 500 ? 780 : 900 },
      geolocation: this.way.place, permissions: this.way.place ? ['geolocation'] : [],
    });
    this.context.setDefaultTimeout(15_000);
    this.page = await this.context.newPage();
    this.listen();
  }

  listen() {
    const trouble = what => this.trouble.push(what);
    this.page.on('console', m => m.type() === 'error' && !refusedForm.test(m.text()) && trouble(m.text()));
    this.page.on('pageerror', error => trouble(String(error)));
    this.page.on('request', r => r.url().startsWith(this.base) || trouble(`leaves the site: ${r.url()}`));
    this.page.on('response', r => r.status() >= 500 && trouble(`${r.status()} ${r.url()}`));
  }

  /** The words of the language this person reads. */
  words(chinese, english) {
    return this.way.language === 'en' ? english : chinese;
  }

  expect(truth, what) {
    this.tell(Boolean(truth), `${this.name}: ${what}`);
  }

  // ---- going about -----------------------------------------------------------------------------

  async open(path) {
    const answer = await this.page.goto(path);
    if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`);
    await this.look();
  }

  /** The first that is seen: the same place may stand in the header and in the bar of a phone. */
  link(name, within = this.page) {
    return within.getByRole('link', { name }).filter({ visible: true }).first();
  }

  button(name, within = this.page) {
    return within.getByRole('button', { name }).filter({ visible: true }).first();
  }

  main() {
    return this.page.getByRole('main');
  }

  /** Presses what leads to another page, waits for it and looks at it. */
  async press(locator) {
    await this.go(() => locator.click());
    await this.look();
  }

  /** Does what leads to another page, and waits for it. */
  async go(act) {
    await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), act()]);
  }

  /** For a visitor a link, for an account, which keeps its language, a button. */
  languageSwitch() {
    return this.page.locator('.assist .push');
  }

  language() {
    return this.page.locator('html').getAttribute('lang');
  }

  async fill(label, text) {
    await this.page.getByLabel(label).first().fill(text);
  }

  async heading() {
    return (await this.page.getByRole('heading', { level: 1 }).first().innerText()).trim();
  }

  async reads(pattern) {
    return pattern.test(await this.main().innerText());
  }

  path() {
    return new URL(this.page.url()).pathname;
  }

  /** Signs in, and asks for the language of this journey where the person's own is another. */
  async signIn(login, password = 'quarter-demo-2026') {
    await this.open('/sign-in');
    await this.fill(/手机号|e-mail/i, login);
    await this.fill(/^(密码|Password)$/, password);
    await this.go(() => this.button(/^(登录|sign in)$/i, this.main()).click());
    if (this.path() === '/sign-in') throw new Error(`${login} could not sign in`);
    if (await this.language() !== this.way.language) await this.go(() => this.languageSwitch().click());
    await this.look();
  }

  // ---- by keyboard -----------------------------------------------------------------------------

  /** Presses Tab until that has the focus; each stop on the way must be seen. */
  async tabTo(locator, most = 90) {
    const wanted = await locator.first().elementHandle();
    for (let pressed = 0; pressed < most; pressed++) {
      await this.page.keyboard.press('Tab');
      const unseen = await this.focusUnseen();
      if (unseen) this.trouble.push(`the focus is not seen: ${unseen}`);
      if (await wanted.evaluate(e => e === document.activeElement)) return;
    }
    throw new Error(`Tab does not come to ${locator}`);
  }

  /** The page may still scroll to it. */
  async focusUnseen(patience = 40) {
    let unseen = null;
    for (let waited = 0; waited < patience; waited++) {
      unseen = await this.page.evaluate(focusUnseen);
      if (!unseen) return null;
      await this.page.waitForTimeout(50);
    }
    return unseen;
  }

  async enter() {
    await this.go(() => this.page.keyboard.press('Enter'));
    await this.look();
  }

  // ---- looking ---------------------------------------------------------------------------------

  async look() {
    const findings = [...await this.page.evaluate(measure), ...await this.axe(), ...this.trouble.splice(0)];
    const language = await this.language();
    if (language !== this.way.language) findings.push(`is in ${language}`);
    await this.shoot();
    this.tell(findings.length === 0, `${this.name}: ${this.path()} is as it should be${told(findings)}`);
  }

  /** axe needs the scripts of the page: without them it would never answer. */
  async axe() {
    if (!this.way.script) return [];
    const { violations, passes } = await new AxeBuilder({ page: this.page }).options({
      resultTypes: ['violations'], runOnly: { type: 'tag', values: rules },
      rules: this.way.care ? { 'color-contrast-enhanced': { enabled: true } } : {},
    }).analyze();
    const found = violations.map(v => `axe ${v.id}: ${v.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')}`);
    return passes.length < 8 ? [...found, `axe passed only ${passes.length} rules`] : found;
  }

  /** The whole page, in a window as high as it is: bars that stay at the bottom are there and not in its middle. */
  async shoot() {
    if (!this.out) return;
    mkdirSync(this.out, { recursive: true });
    this.shots += 1;
    const { width, height } = this.page.viewportSize();
    const whole = await this.page.evaluate(() => document.documentElement.scrollHeight);
    await this.page.setViewportSize({ width, height: Math.min(whole, tallest) });
    await this.page.screenshot({ path: join(this.out, `${this.name}-${String(this.shots).padStart(2, '0')}.png`) });
    await this.page.setViewportSize({ width, height });
  }

  leave() {
    this.tell(this.trouble.length === 0, `${this.name}: nothing on the console, nothing off the site${told(this.trouble)}`);
  }
}
