// reload.test.mjs - the master: restarts, replaces without a lost request, kills what hangs, drains.
import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from 'node:test';
import { begin, get, params, record, talk, STDIN } from '../http/fastcgi.mjs';
import { url } from '../http/lib.mjs';
import { masterOf, ofKind } from './processes.mjs';

const pause = ms => new Promise(done => setTimeout(done, ms));

async function settle(kind, count) {
  for (let i = 0; i < 100 && ofKind(kind).length !== count; i += 1) await pause(100);
  assert.equal(ofKind(kind).length, count);
}

test('a reload replaces every worker and loses no request', { timeout: 60000 }, async () => {
  const before = ofKind('pages');
  let going = true, asked = 0;
  const bad = [];
  const client = async () => {
    while (going) {
      const answer = await fetch(`${url}/sign-in`, { headers: { 'accept-language': 'en' } });
      await answer.text();
      asked += 1;
      if (answer.status !== 200) bad.push(answer.status);
    }
  };
  const clients = Array.from({ length: 4 }, client);
  for (let round = 0; round < 3; round += 1) {
    const old = ofKind('pages');
    process.kill(masterOf(), 'SIGHUP');
    for (let i = 0; i < 100 && ofKind('pages').some(pid => old.includes(pid)); i += 1) await pause(300);
  }
  going = false;
  await Promise.all(clients);
  await settle('pages', before.length);
  assert.ok(!ofKind('pages').some(pid => before.includes(pid)), 'every worker was replaced');
  assert.deepEqual(bad, []);
  assert.ok(asked >= 12, `only ${asked} requests were made meanwhile`);
});

for (const kind of ['pages', 'hash', 'jobs']) {
  test(`a process of the kind ${kind} that dies is started again`, async () => {
    const before = ofKind(kind);
    process.kill(before[0], 'SIGKILL');
    await pause(100);
    await settle(kind, before.length);
    assert.ok(!ofKind(kind).includes(before[0]));
  });
}

test('a worker that ends takes the request at hand to its end', async () => {
  const socket = net.connect(process.env.QUARTER_SOCKET);
  let answer = '';
  socket.on('data', part => { answer += part; });
  socket.write(Buffer.concat([begin(), params(get('/healthz'))]));
  await pause(200); // a worker has it, and waits for the rest
  for (const pid of ofKind('pages')) process.kill(pid, 'SIGTERM');
  await pause(200);
  socket.write(record(STDIN));
  await new Promise(done => socket.once('close', done));
  assert.match(answer, /Status: 200/);
});

test('a worker that hangs for thirty seconds is killed and replaced', { timeout: 60000 }, async () => {
  await pause(1000);
  const before = ofKind('pages');
  // Each is at a request, so that the one that is stopped is stopped in the middle of one.
  const peers = before.map(() => talk(process.env.QUARTER_SOCKET, begin(), { hold: true, wait: 50000 }));
  await pause(300);
  process.kill(before[0], 'SIGSTOP');
  const stopped = Date.now();
  for (let i = 0; i < 45 && ofKind('pages').includes(before[0]); i += 1) await pause(1000);
  const took = Date.now() - stopped;
  assert.ok(!ofKind('pages').includes(before[0]), 'it is gone');
  assert.ok(took > 20000, `it was killed after ${took} ms`);
  await settle('pages', before.length);
  await Promise.all(peers);
});
