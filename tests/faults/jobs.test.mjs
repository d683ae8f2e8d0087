// jobs.test.mjs - the jobs process is killed while it sends: every message goes out, and is one.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { centre, ctl, freeHours, program, residents, state } from '../http/lib.mjs';
import { ofKind } from './processes.mjs';

const pause = ms => new Promise(done => setTimeout(done, ms));
const wanted = 60, kills = 12;

// Made-up residents are reached by text message; each is a file.
function messages() {
  const folder = join(state, 'sms');
  return readdirSync(folder).filter(name => name.endsWith('.txt')).map(name => readFileSync(join(folder, name), 'utf8'));
}

async function slots() {
  const { id } = await centre('fenghuangtai');
  const { items } = (await program().get(`/api/v1/venues?centre=${id}&limit=200`)).json;
  const all = [];
  for (const room of items.filter(v => !v.needs_approval)) {
    for (const [start, end] of await freeHours(room.id, [1, 2, 3])) all.push({ venue: room.id, start, end });
  }
  return all;
}

test('no message is lost with the jobs process, and none is two', { timeout: 180_000 }, async () => {
  const clients = residents(wanted).map(token => program(token));
  const free = await slots();
  const made = [];
  let killed = 0;

  const booking = (async () => {
    for (const client of clients) {
      while (free.length > 0) {
        const answer = await client.post('/api/v1/bookings', { ...free.shift(), people: 2, purpose: 'Chess', keep_both: true });
        if (answer.status === 201) { made.push(answer.json.reference); break; }
      }
      await pause(50);
    }
  })();
  while (killed < kills) {
    await pause(100 + Math.random() * 300);
    for (const pid of ofKind('jobs')) {
      process.kill(pid, 'SIGKILL');
      killed += 1;
    }
  }
  await booking;
  assert.ok(made.length >= wanted / 2, `only ${made.length} were booked`);

  // What a killed process had taken is free again after a minute.
  ctl('jobs', 'run', '--once', '--now', new Date(Date.now() + 120_000).toISOString().replace(/\.\d+/, ''));
  const open = JSON.parse(ctl('--json', 'outbox', 'list')).filter(m => m.letter === 'booking_made' && m.state !== 'sent');
  assert.deepEqual(open, []);
  for (const reference of made) {
    assert.equal(messages().filter(text => text.includes(reference)).length, 1, `messages about ${reference}`);
  }
  console.log(`${kills} kills, ${made.length} bookings, one message about each`);
});
