// coordinator: she who runs Sports Park plans a shift, moves it, hangs up its poster, confirms who came, and cancels one.
import { coordinator, makeShift } from '../shifts.mjs';

const press = (person, words) => person.press(person.button(words, person.main()));
const follow = (person, words) => person.press(person.link(words, person.main()));
const stamp = moment => new Date(moment + 8 * 3600e3).toISOString().slice(0, 16);
const dayAhead = days => Math.ceil(Date.now() / 86_400_000 + days) * 86_400_000;

async function plans(person, centre) {
  await person.open(`/centres/${centre}/shifts`);
  await follow(person, /排一个班次|Plan a shift/);
  await person.main().locator('input[name=start]').fill(stamp(dayAhead(3)));
  await person.main().locator('input[name=end]').fill(stamp(dayAhead(3) + 40 * 3600e3));
  await person.main().locator('input[name=needed]').fill('3');
  await press(person, /^(排班|Plan the shift)$/);
  person.expect(await person.main().locator('.errors a[href="#end"]').isVisible(), 'a shift of forty hours is refused at its end');
  person.expect(await person.main().locator('input[name=needed]').inputValue() === '3', 'and what was typed is kept');
  await person.main().locator('input[name=end]').fill(stamp(dayAhead(3) + 2 * 3600e3));
  await press(person, /^(排班|Plan the shift)$/);
  person.expect(/\/people$/.test(person.path()), 'the shift is planned');
}

async function moves(person) {
  await follow(person, /改期|Move the shift/);
  await person.main().locator('input[name=start]').fill(stamp(dayAhead(4)));
  await person.main().locator('input[name=end]').fill(stamp(dayAhead(4) + 2 * 3600e3));
  await press(person, /^(保存|Save)$/);
  person.expect(await person.main().locator('.notice.is-ok').isVisible(), 'moving it tells everybody who signed up');
}

async function hangsUpThePoster(person) {
  await follow(person, /海报|Poster/);
  person.expect(await person.main().locator('.qr svg').isVisible(), 'the poster has a code');
  person.expect(/[0-9A-Z]{4}-[0-9A-Z]{4}/.test(await person.main().locator('.ref').innerText()), 'and a reference to type');
  await person.page.goBack();
}

async function cancels(person) {
  await follow(person, /取消班次|Cancel the shift/);
  await press(person, /^(取消班次|Cancel the shift)$/);
  person.expect(await person.main().locator('.errors a[href="#reason"]').isVisible(), 'cancelling asks for a reason');
  await person.fill(/^(缘由|Reason)$/, person.words('下雨', 'Rain'));
  await press(person, /^(取消班次|Cancel the shift)$/);
  person.expect(await person.reads(/下雨|Rain/), 'which everybody can read');
}

async function seesWhoComes(person) {
  const shift = await makeShift(await coordinator(person.base));
  await person.open(`/volunteer/shifts/${shift.id}/people`);
  person.expect(await person.main().locator('.empty').isVisible(), 'who comes is listed, and nobody yet');
}

async function walk(person) {
  const { centre } = await coordinator(person.base);
  await person.signIn('manager@quarter.example');
  await plans(person, centre);
  await moves(person);
  await hangsUpThePoster(person);
  await cancels(person);
  await seesWhoComes(person);
  await person.open('/volunteer/skills');
  await person.open('/volunteer/roles/new');
}

export const journey = { walk };
