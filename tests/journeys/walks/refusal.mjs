// refusal: what is wrong is said first and beside its field, what was typed is kept; a slot that another took has
// three alternatives, each one press away.
import { bookAs } from '../rival.mjs';
import { book, chooseTimeFor, chooseUse, freeSlots, openDayWithRoom, reference, slotOf, undo } from '../rooms.mjs';

async function mistypes(person) {
  await person.fill(/^(人数|People)$/, '9999');
  await person.press(person.button(/^(下一步|Next)$/, person.main()));
  const errors = person.main().locator('.errors');
  person.expect(await errors.isVisible(), 'a summary comes first');
  person.expect(await errors.locator('a').count() >= 1, 'and leads to each field');
  person.expect(/^(出错|Error)/.test(await person.page.title()), 'the title says so');
  person.expect(await person.page.evaluate(() => document.activeElement.matches('.errors')), 'the focus is on it');
  const people = person.page.getByLabel(/^(人数|People)$/).first();
  person.expect(await people.inputValue() === '9999', 'what was typed is kept');
  person.expect(await people.getAttribute('aria-invalid') === 'true', 'and marked');
}

async function isLate(person) {
  await bookAs(person.base, 'volunteer@quarter.example', await slotOf(person));
  await book(person);
  const others = person.main().locator('form[action="/bookings"]', { has: person.page.locator('.btn-s') });
  person.expect(await others.count() === 3, `a slot that is lost has three alternatives: ${await others.count()}`);
  await person.press(others.first().getByRole('button'));
  person.expect(/订好了|Booked/.test(await person.heading()), 'of which one press books one');
}

async function walk(person) {
  await person.signIn('neighbour@quarter.example');
  await openDayWithRoom(person);
  await person.press(freeSlots(person).last());
  await chooseTimeFor(person);
  await mistypes(person);
  await chooseUse(person, 1);
  await isLate(person);
  await reference(person);
  await undo(person);
}

export const journey = { walk };
