// family: a mother signs up two children, both or none; they wait, are offered nothing for one place, and both places once
// two are free; whoever waits alone behind them gets nothing that was theirs.
import { counted, held } from '../../http/held.mjs';
import { as, ctl, program, residents } from '../../http/lib.mjs';
import { password, somebodyReading } from '../../http/people.mjs';

const children = /孩子|child/;

const someone = () => program(residents(1)[0]);
const register = async (who, { id }) => (await who.post(`/api/v1/activities/${id}/registrations`, {})).json;
const givesUp = (who, { id }) => who.post(`/api/v1/registrations/${id}/cancel`, {});
const jobs = () => ctl('jobs', 'run', '--once');

/** A mother with two children, who have no accounts. */
async function mother(language) {
  const login = somebodyReading(language);
  for (const [name, born] of [['Ming Wang', '2015-03-04'], ['Yue Wang', '2017-09-10']]) {
    await as(login).post('/api/v1/me/dependants', { name, born, relation: 'child' });
  }
  return login;
}

async function signsUpTheTwo(person, activity) {
  await person.open(`/activities/${activity.id}/sign-up`);
  const boxes = person.main().getByRole('checkbox');
  for (const box of await boxes.all()) await box.uncheck();
  await person.press(person.button(/^(报名|Sign up now)$/, person.main()));
  person.expect(await person.main().locator('.errors a[href="#party"]').isVisible(), 'nobody chosen is said first');
  for (const box of await person.main().getByRole('checkbox', { name: children }).all()) await box.check();
  await person.press(person.button(/^(报名|Sign up now)$/, person.main()));
}

async function walk(person) {
  const [first, second, alone] = [someone(), someone(), someone()];
  const activity = held({ places: 3 });
  const seats = [await register(first, activity), await register(second, activity)];
  await person.signIn(await mother(person.way.language), password);
  await signsUpTheTwo(person, activity);
  const address = person.path();
  person.expect(/候补|waiting list/.test(await person.heading()), 'one place is none for two: they wait together');
  const behind = await register(alone, activity);
  person.expect(behind.status === 'waiting', 'whoever comes after them waits behind them');

  jobs();
  await person.open(address);
  person.expect(/候补|waiting list/.test(await person.heading()), 'nothing is offered for one place');
  const passed = (await alone.get(`/api/v1/registrations/${behind.id}`)).json;
  person.expect(passed.status === 'offered', 'the one place goes on to who is content with it');

  await givesUp(first, seats[0]);
  jobs();
  await person.open(address);
  person.expect(/候补|waiting list/.test(await person.heading()), 'nor when the next is one again');
  await givesUp(second, seats[1]);
  jobs();
  await person.open(address);
  person.expect(/有空位|A place is free/.test(await person.heading()), 'two free places are offered, until a time that is said');
  await person.press(person.button(/^(接受|Accept)$/, person.main()));
  person.expect(/报好名|signed up/.test(await person.heading()), 'one press takes them');
  person.expect(await person.main().locator('.qr svg[role=img]').count() === 2, 'each has a ticket of their own');
  person.expect(counted(activity).taken === 3, 'and nobody has a place too many');
  await person.open('/diary?date=' + new Date(activity.start + 8 * 3600e3).toISOString().slice(0, 10));
  person.expect(await person.main().locator(`a[href$="${address}"]`).count() === 2, 'both stand in the diary');
  await person.open(address);
  await person.press(person.button(/^(不能来|Cannot come)$/, person.main()));
  person.expect(/已退出|Given up/.test(await person.heading()), 'who cannot come says so by one press');
}

export const journey = { walk };
