// waiting.test.mjs - the jobs process is killed while it makes offers: each place is offered once, in order, to one person.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, held } from '../http/held.mjs';
import { ctl, instant, program, residents } from '../http/lib.mjs';
import { ofKind } from './processes.mjs';

const pause = ms => new Promise(done => setTimeout(done, ms));
const places = 30, people = 80, kills = 10;

const insist = async (call, tries = 60) => {
  for (;;) {
    const answer = await call();
    if (answer.status !== 503 || tries-- === 0) return answer;
    await pause(100 + Math.random() * 400);
  }
};
const deed = (one, what) => insist(() => one.who.post(`/api/v1/registrations/${one.id}/${what}`, {}));
const state = async one => (await insist(() => one.who.get(`/api/v1/registrations/${one.id}`))).json;

async function killWhile(running) {
  let killed = 0, over = false;
  running.then(() => { over = true; });
  while (!over || killed < kills) {
    await pause(100 + Math.random() * 300);
    for (const pid of ofKind('jobs')) {
      process.kill(pid, 'SIGKILL');
      killed += 1;
    }
  }
  return killed;
}

test('offers go to each in order and once, though the jobs process is killed between', { timeout: 240_000 }, async () => {
  const crowd = residents(people).map(token => program(token));
  const activity = held({ online: places });
  const made = [];
  for (const who of crowd) made.push({ who, ...(await insist(() => who.post(`/api/v1/activities/${activity.id}/registrations`, {}))).json });
  const [inside, waiting] = [made.slice(0, places), made.slice(places)];
  assert.ok(inside.every(one => one.status === 'registered') && waiting.every(one => one.status === 'waiting'));

  const leaving = (async () => {
    for (const one of inside.slice(0, 10)) {
      assert.equal((await deed(one, 'cancel')).status, 200);
      await pause(300);
    }
  })();
  const killed = await killWhile(leaving);
  await leaving;
  ctl('jobs', 'run', '--once');
  const offered = await Promise.all(waiting.slice(0, 12).map(state));
  assert.deepEqual(offered.map(one => one.status), [...Array(10).fill('offered'), 'waiting', 'waiting']);

  // Two decline, two let it lapse: the next four have their turn, and nobody was passed over.
  for (const one of waiting.slice(0, 2)) assert.equal((await deed(one, 'decline')).status, 200);
  for (const one of waiting.slice(4, 10)) assert.equal((await deed(one, 'accept')).status, 200);
  ctl('jobs', 'run', '--once', '--now', instant(Date.parse(offered[9].offered_until) + 1000));
  const after = await Promise.all(waiting.slice(0, 15).map(state));
  assert.deepEqual(after.slice(0, 10).map(one => one.status), [...Array(4).fill('cancelled'), ...Array(6).fill('registered')]);
  assert.deepEqual(after.slice(10).map(one => one.status === 'waiting' ? one.position : 0), [0, 0, 0, 0, 1]);
  const { taken, freed } = counted(activity, 'online');
  assert.deepEqual({ taken, freed }, { taken: places, freed: 0 });
  console.log(`${killed} kills, ten offers in order`);
});
