// door: the front desk in the morning rush: twenty tickets by a scanner that types, two people without a name, one ticket
// of another day and one that is in already; the last is taken back.
import { held } from '../../http/held.mjs';
import { program, residents } from '../../http/lib.mjs';

const tickets = 20;
const register = async (who, { id }) => (await who.post(`/api/v1/activities/${id}/registrations`, {})).json.party[0].code;

const field = person => person.page.locator('#code');
const word = person => person.main().locator('.panel h2, .notice h2').first().innerText();
const figures = person => person.main().locator('.tiles dd').allInnerTexts();

/** As a scanner does it: the code into whatever has the focus, and Enter. */
async function scan(person, code) {
  await person.page.keyboard.type(code);
  await person.go(() => person.page.keyboard.press('Enter'));
}

async function expectReady(person, what) {
  person.expect(await field(person).evaluate(e => e === document.activeElement && e.value === ''), what);
}

async function scansAll(person, codes) {
  const began = Date.now();
  for (const code of codes) await scan(person, code);
  const took = Date.now() - began;
  person.expect(took < 60_000, `twenty people are in within a minute: ${took} ms`);
  person.expect((await figures(person))[1] === String(tickets), 'each is counted once');
  await expectReady(person, 'and the field is ready for the next');
}

async function walk(person) {
  const crowd = residents(tickets).map(token => program(token));
  const activity = held({ places: 30, start: Date.now() + 1800e3 });
  const other = held({ places: 5 });
  const codes = await Promise.all(crowd.map(who => register(who, activity)));
  const elsewhere = await register(crowd[0], other);
  await person.signIn('desk@quarter.example');
  await person.open(`/activities/${activity.id}/door`);
  await expectReady(person, 'the field has the focus at once');
  await scansAll(person, codes);

  await scan(person, codes[0]);
  person.expect(/已经签过|In already/.test(await word(person)), 'a second scan says so, and when the first was');
  await expectReady(person, 'with the field ready');
  await person.look();
  await scan(person, elsewhere);
  person.expect(/不是这一场|Another activity/.test(await word(person)), 'a ticket of another day says of which');
  await scan(person, 'Q7K2-ABCD');
  person.expect(/查无此券|Unknown/.test(await word(person)), 'what is no ticket is unknown');

  for (let i = 0; i < 2; i++) await person.press(person.button(/^\+1/, person.main()));
  person.expect((await figures(person))[2] === '2', 'two without a name are counted');
  await person.press(person.button(/^−1/, person.main()));
  person.expect((await figures(person))[2] === '1', 'and one is taken back');

  const late = await register(program(residents(1)[0]), activity);
  await person.open(`/activities/${activity.id}/door`);
  await scan(person, late);
  person.expect(/已签到|Come in/.test(await word(person)), 'the last comes in');
  await person.press(person.button(/^(撤销|Undo)$/, person.main()));
  person.expect((await figures(person))[1] === String(tickets), 'and is taken back by one press');
}

export const journey = { walk, way: { language: 'zh-CN' } };
