// booking.test.mjs - booking by its three steps and over JSON, told, taken back and looked up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, browser, centre, dayFromNow, freeHours, guardOf, instant, program, residents, venue } from './lib.mjs';
import { motherOf, password, somebodyReading } from './people.mjs';

// Rooms that no other test books; the first keeps a quarter of an hour free after each booking.
const rooms = await Promise.all(['sports-park-counselling', 'sports-park-piano', 'sports-park-music'].map(venue));
const [room] = rooms;
const hours = (await Promise.all(rooms.map(async ({ id }) => (await freeHours(id)).map(times => [id, ...times])))).flat();
// Where a gap is needed, hours side by side do not both fit: every other one is taken.
const slot = () => {
  const [id, start, end] = hours.shift();
  hours.shift();
  return { venue: id, start, end, people: 2, purpose: 'A quiet talk' };
};
const someone = () => program(residents(1)[0]);
const day = time => time.slice(0, 10);

// ---- over JSON

test('a booking is answered as the contract says', async () => {
  const wanted = slot();
  const person = someone();
  const { status, json } = await person.post('/api/v1/bookings', wanted);
  assert.equal(status, 201);
  assert.match(json.reference, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  assert.equal(json.status, 'confirmed');
  assert.equal(json.start, wanted.start);
  assert.equal(json.end, wanted.end);
  assert.equal(json.version, 1);
  assert.deepEqual((await person.get(`/api/v1/bookings/${json.id.toUpperCase()}`)).json, json);
});

test('a room that needs approval is asked for, and two may ask for one slot', async () => {
  const hall = await venue('sports-park-hall');
  const [[start, end]] = await freeHours(hall.id);
  for (const person of [someone(), someone()]) {
    const { status, json } = await person.post('/api/v1/bookings', { venue: hall.id, start, end, people: 20, purpose: 'Choir' });
    assert.equal(status, 201);
    assert.equal(json.status, 'requested');
  }
});

test('a refusal lists every rule that failed, with what was looked at', async () => {
  const start = instant(Date.parse(`${dayFromNow(-3)}T03:00:00+08:00`));
  const end = instant(Date.parse(`${dayFromNow(-3)}T09:00:00+08:00`));
  const { status, json } = await someone().post('/api/v1/bookings', { venue: room.id, start, end, people: 99, purpose: 'x' });
  assert.equal(status, 422);
  assert.deepEqual(json.rules.map(rule => rule.code), ['too_short_or_long', 'already_past', 'outside_hours', 'too_many_people']);
  assert.ok(json.rules.every(rule => rule.passed === false && rule.why));
  assert.match(json.rules[3].why, /99/);
});

test('a day that is not open yet says when it opens', async () => {
  const start = `${dayFromNow(20)}T10:00:00+08:00`, end = `${dayFromNow(20)}T11:00:00+08:00`;
  const { status, json } = await someone().post('/api/v1/bookings', { venue: room.id, start, end, people: 1, purpose: 'x' });
  assert.equal(status, 422);
  assert.equal(json.code, 'too_early');
  assert.match(json.why, /07:00/);
});

test('a dry run tells all rules, and writes nothing', async () => {
  const wanted = slot();
  const person = someone();
  const dry = await person.post('/api/v1/bookings?dry_run=true', wanted);
  assert.equal(dry.status, 200);
  assert.equal(dry.json.allowed, true);
  assert.ok(dry.json.rules.length >= 8);
  assert.deepEqual((await person.get('/api/v1/bookings')).json.items, []);
  assert.equal((await person.post('/api/v1/bookings', wanted)).status, 201);
  const after = await someone().post('/api/v1/bookings?dry_run=true', wanted);
  assert.equal(after.json.allowed, false);
  assert.equal(after.json.rules.find(rule => rule.code === 'slot_taken').passed, false);
});

test('a clash is refused with what it clashes with, unless both are to be kept', async () => {
  const person = someone();
  const other = await venue('sports-park-calligraphy');
  const free = await freeHours(other.id);
  const wanted = slot();
  const both = free.find(([start, end]) => start < wanted.end && end > wanted.start);
  const first = (await person.post('/api/v1/bookings', wanted)).json;
  const second = { venue: other.id, start: both[0], end: both[1], people: 1, purpose: 'Painting' };
  const refused = await person.post('/api/v1/bookings', second);
  assert.equal(refused.status, 409);
  assert.equal(refused.json.code, 'clash');
  assert.deepEqual(refused.json.clashes.map(clash => clash.id), [first.id]);
  assert.equal((await person.post('/api/v1/bookings', { ...second, keep_both: true })).status, 201);
});

test('what a body names and is not there is a 404 that says which field', async () => {
  const wanted = slot();
  const stranger = (await as('resident@quarter.example').get('/api/v1/session')).json.person.id;
  for (const [field, value] of [['venue', '0123456789abc'], ['venue', 'nonsense'], ['for', stranger], ['organisation', '0123456789abc']]) {
    const { status, json } = await someone().post('/api/v1/bookings', { ...wanted, [field]: value });
    assert.equal(status, 404, field);
    assert.equal(json.errors[0].field, field);
  }
});

// The clock of the instance may be moved meanwhile by another test: then a minute begins anew.
test('attempts are limited though each was refused, but for a dry run, a repeat, and others', async () => {
  const [person, repeating] = residents(2).map(token => program(token));
  const [start, end] = ['10', '11'].map(hour => `${dayFromNow(-3)}T${hour}:00:00+08:00`);
  const wanted = { venue: room.id, start, end, people: 1, purpose: 'Too late' };
  const attempt = (who, { query = '', key } = {}) =>
    who.post(`/api/v1/bookings${query}`, wanted, key ? { 'idempotency-key': key } : {});
  for (let i = 0; i < 10; i++) assert.equal((await attempt(person)).status, 422);
  let late = await attempt(person);
  for (let i = 0; i < 30 && late.status !== 429; i++) late = await attempt(person);
  assert.equal(late.status, 429);
  assert.equal(late.json.code, 'too_many_tries');
  assert.match(late.headers.get('retry-after'), /^[1-9][0-9]*$/);
  assert.equal((await attempt(person, { query: '?dry_run=true' })).status, 200);
  const key = `attempt-${Date.now()}`;
  for (let i = 0; i < 12; i++) assert.equal((await attempt(repeating, { key })).status, 422);
});

test('undo leaves nothing, and works twice', async () => {
  const wanted = slot();
  const person = someone();
  const { id } = (await person.post('/api/v1/bookings', wanted)).json;
  for (const version of [2, 2]) {
    const undone = await person.post(`/api/v1/bookings/${id}/undo`);
    assert.equal(undone.status, 200);
    assert.equal(undone.json.status, 'cancelled');
    assert.equal(undone.json.version, version);
  }
  assert.deepEqual((await person.get('/api/v1/bookings')).json.items, []);
  assert.deepEqual((await person.get('/api/v1/me/diary')).json.items, []);
  assert.equal((await someone().post('/api/v1/bookings', wanted)).status, 201);
});

test('cancelling is final, and answers the same again', async () => {
  const person = someone();
  const { id } = (await person.post('/api/v1/bookings', slot())).json;
  for (const body of [{ reason: 'Ill' }, {}]) {
    const cancelled = await person.post(`/api/v1/bookings/${id}/cancel`, body);
    assert.equal(cancelled.status, 200);
    assert.equal(cancelled.json.status, 'cancelled');
  }
  const undo = await person.post(`/api/v1/bookings/${id}/undo`);
  assert.equal(undo.status, 409);
  assert.equal(undo.json.code, 'undo_over');
});

test('the manager finds and cancels with a reason what is of the own centre, and nobody else', async () => {
  const { id } = (await someone().post('/api/v1/bookings', slot())).json;
  const manager = as('manager@quarter.example');
  assert.equal((await manager.get(`/api/v1/bookings/${id}`)).status, 200);
  assert.equal((await manager.post(`/api/v1/bookings/${id}/cancel`)).status, 422);
  const neighbour = as('neighbour@quarter.example');
  for (const path of ['', '/cancel', '/undo']) {
    const answer = path ? await neighbour.post(`/api/v1/bookings/${id}${path}`) : await neighbour.get(`/api/v1/bookings/${id}`);
    const absent = path ? await neighbour.post(`/api/v1/bookings/0123456789abc${path}`) : await neighbour.get('/api/v1/bookings/0123456789abc');
    assert.equal(answer.status, 404);
    assert.equal(answer.text, absent.text);
  }
  assert.equal((await manager.post(`/api/v1/bookings/${id}/cancel`, { reason: 'A burst pipe' })).status, 200);
});

test('bookings are listed to the household, and all of a centre to who runs it', async () => {
  const person = someone();
  const wanted = slot();
  const { id, centre: place } = (await person.post('/api/v1/bookings', wanted)).json;
  const ids = async (asker, query) => (await asker.get(`/api/v1/bookings?${query}`)).json.items.map(item => item.id);
  assert.deepEqual(await ids(person, `from=${day(wanted.start)}&to=${day(wanted.start)}`), [id]);
  assert.deepEqual(await ids(person, 'status=cancelled'), []);
  assert.ok((await ids(as('manager@quarter.example'), `centre=${place}&from=${day(wanted.start)}&limit=200`)).includes(id));
  assert.equal((await person.get(`/api/v1/bookings?centre=${place}`)).status, 403);
});

// ---- by page: those who sign in here read Chinese, and no other test signs in as they do

const login = somebodyReading('zh-CN');
const signedIn = async () => {
  const person = browser();
  await person.signIn(login, password);
  return person;
};

const fields = ({ venue: id, start, end, people, purpose }) => ({ venue: id, start, end, people, purpose });
const query = wanted => new URLSearchParams(wanted).toString();

test('three steps lead to a booking, which is undone by one press', async () => {
  const { id: mother } = await motherOf(login);
  const resident = await signedIn();
  const wanted = slot();
  const first = await resident.get(`/book?${query({ venue: wanted.venue, start: wanted.start, end: wanted.end })}`);
  assert.equal(first.status, 200);
  assert.equal(first.text.match(/name="for" value="([0-9a-z]{13})" ><span>[^<]*母亲/)?.[1], mother, 'the mother may be booked for');
  const second = await resident.get(`/book/people?${query({ ...fields(wanted), people: '', purpose: '', for: mother })}`);
  assert.equal(second.status, 200);
  const third = await resident.post('/book', { ...fields(wanted), for: mother, guard: guardOf(second.text) });
  assert.equal(third.status, 200);
  assert.match(third.text, /这个时段没有人订/);
  const made = await resident.post('/bookings', { ...fields(wanted), for: mother, guard: guardOf(third.text) });
  assert.equal(made.status, 303);
  const page = await resident.get(made.location);
  assert.match(page.text, /订好了/);
  assert.match(page.text, /<svg[^>]*role="img"/);
  const undone = await resident.post(`${made.location}/undo`, { guard: guardOf(page.text) });
  assert.equal(undone.status, 303);
  assert.match((await resident.get(made.location)).text, /已撤销/);
});

test('a form that is refused comes back with what was typed', async () => {
  const person = await signedIn();
  const wanted = { ...fields(slot()), people: 40, purpose: 'A <b>large</b> party' };
  const { text: page } = await person.get(`/book/people?${query({ ...wanted, people: '', purpose: '' })}`);
  const refused = await person.post('/book', { ...wanted, guard: guardOf(page) });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /<title>(出错：|Error: )/);
  assert.match(refused.text, /value="40"/);
  assert.match(refused.text, /value="A &lt;b&gt;large&lt;\/b&gt; party"/);
  assert.match(refused.text, /href="#people"/);
});

test('who is too late is shown three times that one press books', async () => {
  const person = await signedIn();
  const wanted = fields(slot());
  const { text: page } = await person.get(`/book/people?${query(wanted)}`);
  assert.equal((await someone().post('/api/v1/bookings', { ...wanted, people: 1 })).status, 201);
  const late = await person.post('/bookings', { ...wanted, guard: guardOf(page) });
  assert.equal(late.status, 409);
  const forms = [...late.text.matchAll(/<form method="post" action="\/bookings">.*?<\/form>/gs)].map(found => found[0]);
  assert.equal(forms.length, 4); // the three, and the one that was sent
  const other = Object.fromEntries([...forms[0].matchAll(/name="([a-z_]+)" value="([^"]*)"/g)].map(found => found.slice(1)));
  const made = await person.post('/bookings', other);
  assert.equal(made.status, 303);
});

test('a visitor signs in first, and comes back to the step', async () => {
  const visitor = browser();
  const answer = await visitor.get(`/book?${query({ venue: room.id })}`);
  assert.equal(answer.status, 303);
  assert.equal(answer.location, `/sign-in?next=${encodeURIComponent(`/book?venue=${room.id}`)}`);
});

test('a reference leads to the booking of those whom it concerns', async () => {
  const resident = await signedIn();
  const own = as(login);
  const { id, reference } = (await own.post('/api/v1/bookings', slot())).json;
  for (const typed of [reference, reference.toLowerCase(), reference.replace('-', '')]) {
    assert.equal((await resident.get(`/s/${typed}`)).location, `/bookings/${id}`);
  }
  const neighbour = browser();
  await neighbour.signIn('neighbour@quarter.example');
  assert.equal((await neighbour.get(`/s/${reference}`)).status, 404);
  await own.post(`/api/v1/bookings/${id}/undo`);
});

test('the calendar of a booking can be kept', async () => {
  const person = await signedIn();
  const { id, reference } = (await as(login).post('/api/v1/bookings', { ...slot(), keep_both: true })).json;
  const file = await person.get(`/bookings/${id}/calendar`);
  assert.match(file.headers.get('content-type'), /^text\/calendar/);
  assert.match(file.headers.get('content-disposition'), new RegExp(`${reference}\\.ics`));
  assert.match(file.text, /BEGIN:VCALENDAR\r\n/);
  assert.match(file.text, new RegExp(`UID:${id}@`));
});

test('who runs a centre sees who holds what on its day, and others do not', async () => {
  const { id } = await centre('sports-park');
  const wanted = slot();
  const { reference } = (await someone().post('/api/v1/bookings', wanted)).json;
  const manager = browser();
  await manager.signIn('manager@quarter.example');
  const page = await manager.get(`/centres/${id}/day?date=${day(wanted.start)}`);
  assert.equal(page.status, 200);
  assert.ok(page.text.includes(reference));
  const neighbour = browser();
  await neighbour.signIn('neighbour@quarter.example');
  assert.equal((await neighbour.get(`/centres/${id}/day`)).status, 403);
  const elsewhere = await centre('fenghuangtai');
  assert.equal((await manager.get(`/centres/${elsewhere.id}/day`)).status, 403);
});
