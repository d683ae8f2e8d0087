// fastcgi.test.mjs - what a hostile peer of the pool's socket can do: nothing that lasts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ofKind } from '../faults/processes.mjs';
import { begin, get, params, record, talk, ABORT, PARAMS, STDIN } from './fastcgi.mjs';

const socket = process.env.QUARTER_SOCKET;
const whole = (list, body = '') => Buffer.concat([begin(), params(list),
  ...(body ? [record(STDIN, Buffer.from(body))] : []), record(STDIN)]);
const post = (path, size, type = 'application/x-www-form-urlencoded') => [['REQUEST_METHOD', 'POST'],
  ['SCRIPT_NAME', path], ['QUERY_STRING', ''], ['REMOTE_ADDR', '127.0.0.1'], ['CONTENT_TYPE', type],
  ['CONTENT_LENGTH', String(size)], ['HTTP_SEC_FETCH_SITE', 'same-origin']];

async function serves() {
  const answer = await talk(socket, whole(get('/healthz')));
  assert.equal(answer.status, 200);
  assert.ok(answer.ended);
  return answer;
}

test('an honest request is answered', serves);

for (const [what, bytes] of [
  ['is silent', Buffer.alloc(0)],
  ['begins and says no more', begin()],
  ['stops in the middle of its parameters', Buffer.concat([begin(), record(PARAMS, Buffer.from([14, 3]))])],
  ['never ends its body', Buffer.concat([begin(), params(post('/preferences', 20)), record(STDIN, Buffer.from('care='))])],
]) {
  test(`a peer that ${what} is let go after a second, and holds up nobody`, async () => {
    const others = await Promise.all(Array.from({ length: 6 }, () => talk(socket, bytes, { hold: true, wait: 15000 })));
    assert.ok(others.every(one => one.closed), 'every one was closed');
    const honest = await serves();
    assert.ok(honest.took < 2000, `an honest peer waited ${honest.took} ms`);
  });
}

test('an honest peer is served while others are silent', async () => {
  const silent = Array.from({ length: 2 }, () => talk(socket, begin(), { hold: true, wait: 15000 }));
  const honest = await serves();
  assert.ok(honest.took < 4000, `it waited ${honest.took} ms`);
  await Promise.all(silent);
});

test('a body shorter than was said is refused', async () => {
  assert.equal((await talk(socket, whole(post('/preferences', 10), 'car'))).status, 400);
});

test('a body longer than was said is refused', async () => {
  assert.equal((await talk(socket, whole(post('/preferences', 3), 'x'.repeat(60000)))).status, 400);
});

test('a body larger than is allowed is refused', async () => {
  assert.equal((await talk(socket, whole(post('/preferences', 100000), 'x'.repeat(60000)))).status, 413);
});

test('a length that is no number is refused', async () => {
  assert.equal((await talk(socket, whole(post('/preferences', '1e3'), 'x'))).status, 400);
});

test('an aborted request is not carried out', async () => {
  const bytes = Buffer.concat([begin(), params(post('/sign-out', 5)), record(ABORT)]);
  const answer = await talk(socket, bytes);
  assert.ok(answer.status === 0 || answer.status === 400, `it answered ${answer.status}`);
  await serves();
});

test('parameters of another request are not taken for this one', async () => {
  const bytes = Buffer.concat([begin(), params(get('/healthz'), 2), record(PARAMS), record(STDIN)]);
  const answer = await talk(socket, bytes);
  assert.ok(answer.status === 0 || answer.status === 400, `it answered ${answer.status}`);
  await serves();
});

test('a request without a method or a path is refused', async () => {
  assert.equal((await talk(socket, whole([['SCRIPT_NAME', '/healthz']]))).status, 400);
  assert.equal((await talk(socket, whole([['REQUEST_METHOD', 'GET']]))).status, 400);
});

test('too many parameters are refused', async () => {
  const many = Array.from({ length: 20000 }, (_, i) => [`X${i}`, 'y']);
  assert.equal((await talk(socket, whole([...get('/healthz'), ...many]))).status, 400);
  await serves();
});

test('lengths made to overflow do not last', async () => {
  for (const lengths of [[0x7fffffff, 0x7fffffff], [0x7ffffffe, 0x7ffffffe], [0x7ffffffe, 1]]) {
    const head = Buffer.alloc(8);
    head.writeUInt32BE((lengths[0] | 0x80000000) >>> 0, 0);
    head.writeUInt32BE((lengths[1] | 0x80000000) >>> 0, 4);
    await talk(socket, Buffer.concat([begin(), record(PARAMS, Buffer.concat([head, Buffer.from('A'.repeat(64))]))]));
  }
  await new Promise(done => setTimeout(done, 1000));
  for (let i = 0; i < 8; i += 1) await serves();
});

test('no worker makes room for a name of a gigabyte', async t => {
  const addresses = () => ofKind('pages').map(pid => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmPeak:\s+(\d+) kB/)[1]));
  if (Math.max(...addresses()) > 2 ** 30) return t.skip('a sanitizer takes addresses by the terabyte');
  const head = Buffer.from([0xc0, 0, 0, 0, 1]); // a length of 2^30, and one of 1
  const bytes = Buffer.concat([begin(), record(PARAMS, Buffer.concat([head, Buffer.from('A'.repeat(64))]))]);
  await Promise.all(Array.from({ length: 8 }, () => talk(socket, bytes, { hold: true, wait: 15000 })));
  for (let i = 0; i < 8; i += 1) await serves();
  assert.ok(Math.max(...addresses()) < 2 ** 20, `${addresses()} kB`);
});

test('a connection is not kept, though the peer asks for it', async () => {
  const bytes = Buffer.concat([begin(1), params(get('/healthz')), record(STDIN)]);
  const answer = await talk(socket, bytes, { hold: true });
  assert.equal(answer.status, 200);
  assert.ok(answer.closed);
});

test('what cannot be text is no parameter', async () => {
  const raw = Buffer.concat([begin(), record(PARAMS, Buffer.from([14, 3, ...Buffer.from('REQUEST_METHOD'), ...Buffer.from('GET'),
    11, 2, ...Buffer.from('SCRIPT_NAME'), 0xff, 0xfe])), record(PARAMS), record(STDIN)]);
  assert.equal((await talk(socket, raw)).status, 400);
});
