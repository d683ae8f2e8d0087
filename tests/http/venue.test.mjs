// venue.test.mjs - rooms are found by what they have and when they are free, in pages and over JSON.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, centre, dayFromNow, freeHours, program, residents, venue } from './lib.mjs';

const visitor = program();
const { id: park } = await centre('sports-park');
const list = async query => (await visitor.get(`/api/v1/venues?${query}`)).json;

test('a centre has its rooms, a page at a time', async () => {
  assert.equal((await list(`centre=${park}&limit=200`)).items.length, 25);
  const first = await list(`centre=${park}&limit=20`);
  assert.equal(first.items.length, 20);
  const second = await list(`centre=${park}&limit=20&cursor=${first.next}`);
  assert.equal(second.items.length, 5);
  assert.equal(second.next, null);
  assert.equal(new Set([...first.items, ...second.items].map(item => item.id)).size, 25);
});

test('the kinds, the people and the equipment that are asked for are all there', async () => {
  for (const item of (await list(`centre=${park}&kind=basketball`)).items) assert.equal(item.kind, 'basketball');
  for (const item of (await list('people=60&limit=200')).items) assert.ok(item.seats >= 60);
  const both = (await list('equipment=projector,microphone&limit=200')).items;
  assert.ok(both.length > 0);
  for (const item of both) {
    for (const key of ['projector', 'microphone']) assert.ok(item.equipment.split(',').includes(key), item.key);
  }
});

test('the nearest comes first, and within so many minutes nothing is further', async () => {
  const { items } = await list('near=34.752,113.7476&within_minutes=15&limit=200');
  assert.ok(items.length >= 25);
  for (let i = 1; i < items.length; i++) assert.ok(items[i - 1].distance_m <= items[i].distance_m);
  for (const item of items) assert.ok(item.walk_minutes <= 15);
});

test('with a time, only what can be booked then', async () => {
  const room = await venue('sports-park-volunteers');
  const [[start, end]] = await freeHours(room.id);
  const then = `centre=${park}&start=${encodeURIComponent(start)}&end=${encodeURIComponent(end)}&limit=200`;
  const has = async () => (await list(then)).items.some(item => item.id === room.id);
  assert.ok(await has());
  const person = program(residents(1)[0]);
  assert.equal((await person.post('/api/v1/bookings', { venue: room.id, start, end, people: 2, purpose: 'Planning' })).status, 201);
  assert.ok(!await has());
});

test('availability is told of any day, and never by whom', async () => {
  const room = await venue('sports-park-volunteers');
  const path = `/api/v1/venues/${room.id}/availability`;
  for (const query of ['date=2026-03-03', `date=${dayFromNow(90)}`, `from=${dayFromNow(0)}&to=${dayFromNow(30)}`]) {
    const { status, json } = await visitor.get(`${path}?${query}`);
    assert.equal(status, 200, query);
    assert.ok(json.free.length > 0, query);
    for (const span of [...json.free, ...json.busy]) assert.deepEqual(Object.keys(span), ['start', 'end']);
  }
  assert.deepEqual((await visitor.get(`${path}?date=2026-10-01`)).json.free, [], 'National Day');
});

test('impossible days and times are a 400 that names the field', async () => {
  const room = await venue('sports-park-volunteers');
  const path = `/api/v1/venues/${room.id}/availability`;
  for (const [query, field] of [['date=2026-02-30', 'date'], [`from=${dayFromNow(0)}&to=${dayFromNow(31)}`, 'to'],
    [`from=${dayFromNow(1)}&to=${dayFromNow(0)}`, 'to'], [`from=${dayFromNow(1)}`, 'to']]) {
    const { status, json } = await visitor.get(`${path}?${query}`);
    assert.equal(status, 400, query);
    assert.equal(json.errors[0].field, field, query);
  }
  for (const query of ['limit=201', 'near=91,0', 'end=2026-12-01T10:00:00%2B08:00', 'people=x', 'colour=red']) {
    assert.equal((await visitor.get(`/api/v1/venues?${query}`)).status, 400, query);
  }
});

test('a day of a centre is shown as chips and as a table, and a free stretch leads to booking', async () => {
  const page = await browser().get(`/venues?centre=${park}&date=${dayFromNow(1)}`);
  assert.equal(page.status, 200);
  assert.match(page.text, /<a class="slot is-free" href="\/book\?venue=[0-9a-z]{13}&amp;start=/);
  const table = await browser().get(`/venues?centre=${park}&date=${dayFromNow(1)}&view=table`);
  assert.match(table.text, /<table class="slot-table"/);
  assert.equal([...table.text.matchAll(/<th scope="row">/g)].length, 25);
});

test('where nothing is found, the page says what to loosen', async () => {
  const page = await browser().get(`/venues?people=70&kind=piano`);
  assert.match(page.text, /No room matches/);
  const without = [...page.text.matchAll(/<a class="btn btn-2" href="([^"]*)">Without/g)].map(found => found[1].replaceAll('&amp;', '&'));
  assert.equal(without.length, 2);
  for (const address of without) assert.doesNotMatch((await browser().get(address)).text, /No room matches/);
});

test('equipment is ticked one by one, and each is taken off by its own chip', async () => {
  const page = await browser().get('/venues?has-projector=true&has-microphone=true');
  assert.match(page.text, /<a class="chip" href="\/venues\?has-microphone=true">Projector/);
  assert.match(page.text, /<a class="chip" href="\/venues\?has-projector=true">/);
});

test('nonsense in the page is said beside its field, and what was typed stays', async () => {
  const page = await browser().get('/venues?people=many&from=25:00');
  assert.equal(page.status, 422);
  assert.match(page.text, /<title>Error: /);
  assert.match(page.text, /value="many"/);
});
