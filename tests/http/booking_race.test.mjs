// booking_race.test.mjs - many after one slot, and one command sent many times.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, freeHours, guardOf, program, residents, tokenOf, venue } from './lib.mjs';
import { password, somebody } from './people.mjs';

// Each race has a slot of its own, of a room that no other test books.
const room = await venue('sports-park-handicraft');
const hours = await freeHours(room.id);
const slot = () => {
  const [start, end] = hours.shift();
  return { venue: room.id, start, end, people: 2, purpose: 'Sewing' };
};

// How many answers there are of each status.
const tally = answers => answers.reduce((sums, { status }) => ({ ...sums, [status]: (sums[status] ?? 0) + 1 }), {});

// A busy server may say "later": that is no answer yet, and the same is asked again.
const insist = async (call, tries = 60) => {
  for (;;) {
    const answer = await call();
    if (answer.status !== 503 || tries-- === 0) return answer;
    await new Promise(resolve => setTimeout(resolve, 100 + Math.random() * 400));
  }
};

for (const count of [60, 200]) {
  test(`of ${count} after one slot exactly one gets it, and the others three alternatives`, async () => {
    const people = residents(count).map(token => program(token));
    const wanted = slot();
    const answers = await Promise.all(people.map(one => insist(() => one.post('/api/v1/bookings', wanted))));
    assert.deepEqual(tally(answers), { 201: 1, 409: count - 1 });
    for (const { json } of answers.filter(answer => answer.status === 409)) {
      assert.equal(json.code, 'slot_taken');
      assert.equal(json.alternatives.length, 3);
    }
    const { busy } = (await program().get(`/api/v1/venues/${room.id}/availability?date=${wanted.start.slice(0, 10)}`)).json;
    assert.ok(busy.some(span => span.start <= wanted.start && span.end >= wanted.end));
  });
}

test('one key sent twenty times at once books once, and all get the first answer', async () => {
  const [token] = residents(1);
  const wanted = slot();
  const headers = { 'idempotency-key': `race-${Date.now()}` };
  const post = () => program(token).post('/api/v1/bookings', wanted, headers);
  const answers = await Promise.all(Array.from({ length: 20 }, () => insist(post)));
  const made = answers.filter(answer => answer.status === 201);
  assert.ok(made.length >= 1);
  assert.equal(new Set(made.map(answer => answer.json.id)).size, 1);
  for (const answer of answers) assert.ok(answer.status === 201 || answer.json.code === 'in_progress', answer.text);
  assert.equal((await post()).json.id, made[0].json.id);
  assert.equal((await program(token).get('/api/v1/bookings')).json.items.length, 1);
});

test('the same key with another body is refused', async () => {
  const [token] = residents(1);
  const headers = { 'idempotency-key': `other-${Date.now()}` };
  assert.equal((await program(token).post('/api/v1/bookings', slot(), headers)).status, 201);
  const again = await program(token).post('/api/v1/bookings', slot(), headers);
  assert.equal(again.status, 422);
  assert.equal(again.json.code, 'key_reused');
});

test('a double click on "Book" is one booking', async () => {
  const { start, end, people, purpose } = slot();
  const login = somebody();
  const someone = browser();
  await someone.signIn(login, password);
  const form = { venue: room.id, start, end, people, purpose };
  const page = await someone.get(`/book/people?${new URLSearchParams(form)}`);
  const check = await someone.post('/book', { ...form, guard: guardOf(page.text) });
  assert.equal(check.status, 200);
  const sent = { ...form, guard: guardOf(check.text) };
  const answers = await Promise.all([1, 2].map(() => insist(() => someone.post('/bookings', sent))));
  assert.equal(answers[0].status, 303);
  assert.deepEqual(answers.map(a => a.location), [answers[0].location, answers[0].location]);
  assert.equal((await program(tokenOf(login)).get('/api/v1/bookings')).json.items.length, 1);
});
