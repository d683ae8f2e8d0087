// volunteer: finds a shift that fits, takes it, works it, and is credited; what does not fit says why.
import { coordinator, makeShift, poster } from '../shifts.mjs';

const login = 'volunteer@quarter.example';
const take = person => person.button(/^(报名|Sign up)$/, person.main());
const chip = (person, words) => person.main().locator('a.chip', { hasText: words });
const page = shift => `/volunteer/shifts/${shift.id}`;

async function narrowsTheBoard(person) {
  await person.open('/volunteer');
  for (const words of [/合我的技能|Fits my skills/, /步行.*分钟|minutes on foot/, /本周|This week/]) {
    if (await chip(person, words).count() > 0) await person.press(chip(person, words));
    person.expect(await chip(person, words).count() === 0 || await chip(person, words).getAttribute('aria-current') === 'true', `the board keeps ${words}`);
  }
}

async function takes(person, shift) {
  await person.open(page(shift));
  await person.press(take(person));
  person.expect(person.path() === page(shift), 'the shift is taken in one press');
  person.expect(await person.main().locator('.badge.is-ok').count() === 1, 'and says so');
}

async function findsItAgain(person, shift) {
  await person.open('/volunteer/mine');
  person.expect(await person.main().locator(`a[href="${page(shift)}"]`).count() === 1, 'it stands among one’s own shifts');
  const date = new Date(Date.parse(shift.start) + 8 * 3600e3).toISOString().slice(0, 10);
  await person.open(`/diary?date=${date}`);
  person.expect(await person.main().locator(`a[href="${page(shift)}"]`).count() === 1, 'and in the diary');
}

async function isRefused(person, shift, why, what) {
  await person.open(page(shift));
  await person.press(take(person));
  person.expect(await person.main().locator('.errors').isVisible(), `${what} is refused`);
  person.expect(why.test(await person.main().innerText()), 'with the reason');
}

async function comesAndLeaves(person, reference) {
  await person.open('/volunteer/check-in');
  await person.main().locator('input[name=reference]').fill(reference.toLowerCase());
  await person.press(person.button(/^(下一步|Next)$/, person.main()));
  await person.press(person.button(/^(我到岗了|I am here)$/, person.main()));
  person.expect(await person.main().locator('.badge.is-info').count() === 1, 'who comes is there');
  await person.press(person.button(/^(我要离岗|I am leaving)$/, person.main()));
  person.expect(await person.button(/^(我要离岗|I am leaving)$/, person.main()).count() === 0, 'and leaves once');
}

async function walk(person) {
  const manager = await coordinator(person.base);
  await person.signIn(login);
  await narrowsTheBoard(person);
  const now = await makeShift(manager, { skills: ['phone-tutor'] });
  const sameTime = await makeShift(manager);
  const unknownSkill = await makeShift(manager, { skills: ['sign-language'] }, 100);
  const tooYoung = await makeShift(manager, { min_age: 99 }, 200);
  await takes(person, now);
  await findsItAgain(person, now);
  await isRefused(person, sameTime, /班次|shift/, 'a second shift at once');
  await isRefused(person, unknownSkill, /手语|Sign language/, 'a shift for a skill that one lacks');
  await isRefused(person, tooYoung, /99/, 'a shift for older people');
  await comesAndLeaves(person, await poster(manager, now));
  const { items: [signup] } = await (await manager.call('GET', `/api/v1/shifts/${now.id}/signups`)).json();
  await manager.call('POST', `/api/v1/signups/${signup.id}/confirm`, { minutes: 60 });
  await person.open(page(now));
  person.expect(await person.reads(/1\s*小时|1 hour/), 'the hour is credited once the coordinator has confirmed it');
}

export const journey = { walk };
