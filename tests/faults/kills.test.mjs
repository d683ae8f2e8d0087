// kills.test.mjs - whatever is killed under load, what was acknowledged is there, and once.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { centre, freeHours, program, residents, url } from '../http/lib.mjs';
import { childrenOf, kindOf, masterOf } from './processes.mjs';

const seconds = Number(process.env.QUARTER_KILL_SECONDS ?? 25);
const pause = ms => new Promise(done => setTimeout(done, ms));

async function someSlots() {
  const { id } = await centre('fengchan-road');
  const { items } = (await program().get(`/api/v1/venues?centre=${id}&limit=200`)).json;
  const slots = [];
  for (const venue of items.filter(v => !v.needs_approval)) {
    for (const [start, end] of await freeHours(venue.id, [1, 2, 3, 4, 5])) slots.push({ venue: venue.id, start, end });
  }
  assert.ok(slots.length > 100, `only ${slots.length} slots are free`);
  return slots;
}

// Sends one command until it is answered for good; the key makes the repeats one.
async function insist(client, slot, key) {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      const answer = await client.post('/api/v1/bookings', { ...slot, people: 2, purpose: 'Chess', keep_both: true },
        { 'idempotency-key': key });
      if (![429, 502, 503, 504].includes(answer.status) && answer.json?.code !== 'in_progress') return answer;
      assert.ok(answer.status !== 502 && answer.status !== 504, `answered ${answer.status}`);
      if (answer.status === 429) return answer;
    } catch (e) {
      if (e instanceof assert.AssertionError) throw e; // else the connection was cut: ask again
    }
    await pause(50);
  }
  throw new Error('no answer in 100 tries');
}

async function bookingsOf(clients) {
  const all = [];
  for (const client of clients) all.push(...(await client.get('/api/v1/bookings?limit=200')).json.items);
  return all;
}

function someVictim() {
  const dice = Math.random();
  if (dice < 0.08) return Number(execFileSync('pgrep', ['-f', `mariadbd.*${process.env.QUARTER_STATE}`], { encoding: 'utf8' }).split('\n')[0]);
  if (dice < 0.14) return masterOf();
  const children = childrenOf(masterOf());
  return children[Math.floor(Math.random() * children.length)];
}

test('kills under load lose nothing and do nothing twice', { timeout: (seconds + 120) * 1000 }, async () => {
  const clients = residents(120).map(token => program(token));
  const before = (await bookingsOf(clients)).length;
  const slots = await someSlots();
  const until = Date.now() + seconds * 1000;
  const made = [], killed = {}, answers = {};

  const work = async own => {
    for (let round = 0; Date.now() < until; round += 1) {
      const client = own[round % own.length];
      const slot = slots[Math.floor(Math.random() * slots.length)];
      const answer = await insist(client, slot, randomUUID());
      answers[answer.status] = (answers[answer.status] ?? 0) + 1;
      if (answer.status === 201) made.push({ client, ...answer.json });
      else assert.ok([409, 422, 429].includes(answer.status), `${answer.status}: ${answer.text}`);
      await pause(100);
    }
  };
  const reaper = async () => {
    while (Date.now() < until) {
      await pause(300 + Math.random() * 700);
      try {
        const pid = someVictim(), kind = kindOf(pid);
        process.kill(pid, 'SIGKILL');
        killed[kind] = (killed[kind] ?? 0) + 1;
      } catch { /* it had gone already */ }
    }
  };
  await Promise.all([reaper(), ...Array.from({ length: 12 }, (_, i) => work(clients.slice(i * 10, i * 10 + 10)))]);
  for (let i = 0; i < 100 && (await fetch(`${url}/readyz`).catch(() => ({ status: 0 }))).status !== 200; i += 1) await pause(100);

  console.log(`# killed ${JSON.stringify(killed)}, answered ${JSON.stringify(answers)}`);
  assert.ok(made.length > 20, `only ${made.length} bookings were made`);
  for (const booking of made) {
    const found = await booking.client.get(`/api/v1/bookings/${booking.id}`);
    assert.equal(found.status, 200, 'an acknowledged booking is there');
    assert.equal(found.json.status, 'confirmed');
  }
  // What all clients have, together: as many as were acknowledged, and no two at once in a room.
  const all = await bookingsOf(clients);
  assert.equal(all.length - before, made.length, 'nothing was done twice, nothing without an answer');
  const held = new Set();
  for (const { venue, start, end } of all.filter(b => b.status === 'confirmed')) {
    for (let at = Date.parse(start); at < Date.parse(end); at += 900e3) {
      assert.ok(!held.has(`${venue} ${at}`), 'no quarter is held twice');
      held.add(`${venue} ${at}`);
    }
  }
});
