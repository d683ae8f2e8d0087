// reminder.test.mjs - a booking is remembered the day before and two hours before, once each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, centre, ctl, freeHours, mails, program } from './lib.mjs';
import { somebody } from './people.mjs';

const hour = 3600e3;
const instantOf = moment => new Date(moment).toISOString().replace(/\.\d+/, '');
const doAllDue = moment => ctl('jobs', 'run', '--once', '--now', instantOf(moment));

async function booked(login) {
  const client = as(login);
  const { id } = await centre('fenghuangtai');
  const { items } = (await program().get(`/api/v1/venues?centre=${id}&limit=200`)).json;
  for (const room of items.filter(v => !v.needs_approval)) {
    for (const [start, end] of await freeHours(room.id, [2, 3, 4])) {
      const made = await client.post('/api/v1/bookings', { venue: room.id, start, end, people: 1, purpose: 'Chess' });
      if (made.status === 201) return { client, booking: made.json, start: Date.parse(start) };
    }
  }
  throw new Error('no room is free');
}

const remindersTo = login => mails().filter(mail => mail.includes(`To: ${login}`) && mail.includes('It is for Lan Wang'));

test('a booking is remembered twice, in its time, and by one mail each', async () => {
  const login = somebody();
  const { booking, start } = await booked(login);
  doAllDue(start - 24 * hour - 60e3);
  assert.equal(remindersTo(login).length, 0);
  doAllDue(start - 24 * hour);
  doAllDue(start - 24 * hour + 60e3);
  assert.equal(remindersTo(login).length, 1);
  assert.ok(remindersTo(login)[0].replace(/=\r\n/g, '').includes(`/bookings/${booking.id}`), 'it leads to the booking');
  doAllDue(start - 2 * hour);
  doAllDue(start);
  assert.equal(remindersTo(login).length, 2);
});

test('nobody is reminded of what was cancelled', async () => {
  const login = somebody();
  const { client, booking, start } = await booked(login);
  assert.equal((await client.post(`/api/v1/bookings/${booking.id}/cancel`)).status, 200);
  doAllDue(start - 2 * hour);
  assert.equal(remindersTo(login).length, 0);
});
