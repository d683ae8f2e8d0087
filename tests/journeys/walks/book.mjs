// book: a resident books a room at Sports Park for her mother in three steps, finds it everywhere, and takes it back.
import { mailTo } from '../mail.mjs';
import { book, chooseTimeFor, chooseUse, freeSlots, openDayWithRoom, reference, undo } from '../rooms.mjs';

const login = 'resident@quarter.example';

async function booksForHerMother(person) {
  await openDayWithRoom(person);
  await person.press(freeSlots(person).first());
  await chooseTimeFor(person, /妈妈|母亲|mother/i);
  await chooseUse(person, 1);
  person.expect(await person.main().locator('.rules li').count() >= 6, 'every rule is said before anything is sent');
  person.expect(await person.main().locator('.rules li.no').count() === 0, 'and none stands in the way');
  await book(person);
}

async function isToldOfIt(person, number) {
  const mail = await mailTo(process.env.QUARTER_STATE, login, new RegExp(number));
  person.expect(/BEGIN:VCALENDAR/.test(mail), 'the mail brings the booking for her calendar');
  await person.open('/bookings');
  person.expect(await person.reads(new RegExp(number)), 'it stands among her bookings');
  await person.open('/inbox');
  person.expect(await person.reads(new RegExp(number)), 'and in her messages');
}

async function findsItInTheDiary(person, address) {
  await person.open('/diary');
  const link = person.main().locator(`a[href$="${address}"]`);
  for (let week = 0; week < 2 && await link.count() === 0; week++) await person.press(person.main().locator('a[rel=next]'));
  person.expect(await link.count() === 1, 'it stands once in the diary');
  await person.press(link);
}

async function walk(person) {
  await person.signIn(login);
  await booksForHerMother(person);
  person.expect(/^\/bookings\/[0-9a-z]{13}$/.test(person.path()), 'the booking has a page of its own');
  const address = person.path();
  const number = await reference(person);
  person.expect(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(number), `and a reference to read out: ${number}`);
  person.expect(await person.main().locator('.notice.is-elder').isVisible(), 'it says for whom it is');
  await isToldOfIt(person, number);
  await findsItInTheDiary(person, address);
  person.expect(person.path() === address, 'which leads to the booking');
  await undo(person);
  person.expect(/已撤销|Taken back/.test(await person.heading()), 'within ten minutes it is taken back');
  await person.page.reload();
  person.expect(/已撤销|Taken back/.test(await person.heading()), 'and stays so');
  await person.open('/bookings');
  person.expect(!await person.reads(new RegExp(number)), 'as if nothing had been');
}

export const journey = { walk };
