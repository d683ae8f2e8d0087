// refusal: what is wrong is said first and beside its field, what was typed is kept; a slot that another took has
// three alternatives, each one press away.
import { bookAs } from '../rival.mjs';
import { book, chooseTimeFor, chooseUse, freeSlots, openDayWithRoom, reference, slotOf, undo } from '../rooms.mjs';

const field = (person, label) => person.page.getByLabel(label).first();
const people = person => field(person, /^(人数|People)$/);
const purpose = person => field(person, /^(用途|Purpose)$/);

async function goesOn(person) {
  await person.press(person.button(/^(下一步|Next)$/, person.main()));
}

async function forgetsThePurpose(person) {
  await people(person).fill('9999');
  await goesOn(person);
  const errors = person.main().locator('.errors');
  person.expect(await errors.locator('a[href="#purpose"]').isVisible(), 'a summary comes first and leads to the field');
  person.expect(/^(出错|Error)/.test(await person.page.title()), 'the title says so');
  person.expect(await person.page.evaluate(() => document.activeElement.matches('.errors')), 'the focus is on it');
  person.expect(await purpose(person).getAttribute('aria-invalid') === 'true', 'the field is marked');
  person.expect(await people(person).inputValue() === '9999', 'what was typed is kept');
}

async function areTooMany(person) {
  await purpose(person).fill(person.words('邻居聚会', 'A gathering'));
  await goesOn(person);
  person.expect(await person.main().locator('.errors a[href="#people"]').isVisible(), 'too many people are refused');
  person.expect(await people(person).inputValue() === '9999' && await purpose(person).inputValue() !== '', 'and all that was typed is kept');
  person.expect(await person.main().locator('.rules li.no').count() >= 1, 'with every rule that stands in the way');
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
  await person.press(freeSlots(person).first());
  await chooseTimeFor(person);
  await forgetsThePurpose(person);
  await areTooMany(person);
  await chooseUse(person, 1);
  await isLate(person);
  await reference(person);
  await undo(person);
}

export const journey = { walk };
