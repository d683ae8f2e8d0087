// keyboard: on a narrow phone without script, by Tab, Enter and Space alone, from the first page to a booking, and on in
// the other language.
import { undo } from '../rooms.mjs';

const typed = (person, text) => person.page.keyboard.type(text);

async function follow(person, locator) {
  await person.tabTo(locator);
  await person.enter();
}

async function signsIn(person) {
  await person.open('/');
  await person.page.keyboard.press('Tab');
  person.expect(await person.page.evaluate(() => document.activeElement.matches('.skip')), 'the first stop leads past the header');
  await person.page.keyboard.press('Enter');
  person.expect(await person.page.evaluate(() => location.hash === '#main'), 'to the content');
  await person.open('/sign-in');
  await person.tabTo(person.page.getByLabel(/手机号/));
  await typed(person, 'carer@quarter.example');
  await person.tabTo(person.page.getByLabel(/^密码$/));
  await typed(person, 'quarter-demo-2026');
  await person.go(() => person.page.keyboard.press('Enter'));
  person.expect(person.path() !== '/sign-in', 'Enter signs in');
  if (await person.language() === 'en') await follow(person, person.languageSwitch());
}

async function findsARoom(person) {
  await person.open('/centres?all=true');
  await follow(person, person.main().locator('.cell-t a', { hasText: '运动公园' }));
  await follow(person, person.link(/^订场地$/, person.main()));
  const free = person.main().locator('a.slot.is-free');
  for (let day = 1; day < 7 && await free.count() === 0; day++) await follow(person, person.main().locator('.days a').nth(day));
  await follow(person, free.first());
}

async function books(person) {
  await follow(person, person.button(/^下一步$/, person.main()));
  await person.tabTo(person.page.getByLabel(/^人数$/));
  await person.page.keyboard.press('Control+A');
  await typed(person, '1');
  await person.tabTo(person.page.getByLabel(/^用途$/));
  await typed(person, '看书');
  await person.enter();
  await follow(person, person.button(/^确认预订$/, person.main()));
  person.expect(/订好了/.test(await person.heading()), 'a room is booked');
}

async function readsOnInEnglish(person) {
  const address = person.path();
  person.way.language = 'en';
  await person.page.keyboard.press('Home');
  await follow(person, person.languageSwitch());
  person.expect(person.path() === address && /Booked/.test(await person.heading()), 'the same page is read on in English');
}

async function walk(person) {
  await signsIn(person);
  await findsARoom(person);
  await books(person);
  await readsOnInEnglish(person);
  await undo(person);
}

export const journey = { way: { language: 'zh-CN', width: 320, script: false }, walk };
