// diary.test.mjs - what a household has before it, by day.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, browser, dayFromNow, freeHours, program, residents, venue } from './lib.mjs';

const room = await venue('sports-park-council');
const hours = await freeHours(room.id);
const wanted = () => {
  const [start, end] = hours.shift();
  return { venue: room.id, start, end, people: 3, purpose: 'The stairs' };
};

test('the diary tells what is booked, by days that are included', async () => {
  const person = program(residents(1)[0]);
  const slot = wanted();
  const { id } = (await person.post('/api/v1/bookings', slot)).json;
  const day = slot.start.slice(0, 10);
  const { name } = (await person.get(`/api/v1/venues/${room.id}`)).json; // in the person's language
  const { items } = (await person.get(`/api/v1/me/diary?from=${day}&to=${day}`)).json;
  assert.equal(items.length, 1);
  const [item] = items;
  assert.deepEqual([item.kind, item.id, item.start, item.end, item.title, item.status],
    ['booking', id, slot.start, slot.end, name, 'confirmed']);
  for (const field of ['centre', 'for']) assert.match(item[field], /^[0-9a-z]{13}$/);
});

test('the diary is read a page at a time', async () => {
  const person = program(residents(1)[0]);
  const ids = [];
  for (let i = 0; i < 3; i++) ids.push((await person.post('/api/v1/bookings', wanted())).json.id);
  const seen = [];
  for (let next = ''; next !== null;) {
    const { json } = await person.get(`/api/v1/me/diary?limit=2${next && `&cursor=${next}`}`);
    seen.push(...json.items.map(item => item.id));
    next = json.next;
  }
  assert.deepEqual(seen.sort(), ids.sort());
});

test('days that are impossible are a 400', async () => {
  const person = as('neighbour@quarter.example');
  for (const query of ['from=2026-02-30', `from=${dayFromNow(1)}&to=${dayFromNow(0)}`, 'from=2026-01-01&to=2028-01-01']) {
    assert.equal((await person.get(`/api/v1/me/diary?${query}`)).status, 400, query);
  }
});

test('the page shows those one acts for, each by itself or all, and nobody else', async () => {
  const resident = browser();
  await resident.signIn('resident@quarter.example');
  const page = await resident.get('/diary');
  assert.equal(page.status, 200);
  const people = [...page.text.matchAll(/href="\/diary\?for=([0-9a-z]{13})"/g)].map(found => found[1]);
  assert.equal(people.length, 3);
  for (const person of people) assert.equal((await resident.get(`/diary?for=${person}`)).status, 200);
  const stranger = (await as('neighbour@quarter.example').get('/api/v1/session')).json.person.id;
  assert.equal((await resident.get(`/diary?for=${stranger}`)).status, 404);
});
