// front.test.mjs: what nginx keeps away from the program, and what it answers by itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendRaw, source, start } from './nginx.mjs';

const hello = () => 'Content-Type: text/plain\r\n\r\nhello';
const statuses = async requests => (await Promise.all(requests)).map(answer => answer.status);

/** A program that holds every request until it is released. */
function holding(program) {
  let release;
  const released = new Promise(resolve => { release = resolve; });
  program.answer = () => released.then(hello);
  return release;
}

/** Waits until something holds; nginx and the program need no agreed time. */
async function until(holds) {
  for (let tries = 0; tries < 500 && !holds(); tries++) await sleep(20);
  assert.ok(holds());
}

test('the configuration names each parameter of the program once', () => {
  const text = readFileSync(join(source, 'nginx/quarter.conf'), 'utf8');
  const names = [...text.matchAll(/^\s*fastcgi_param (\S+)/gm)].map(match => match[1]);
  assert.ok(names.length > 15);
  assert.deepEqual(names, [...new Set(names)]);
});

describe('nginx with the ordinary limits', () => {
  let front;
  before(async () => { front = await start(); });
  after(() => front.stop());
  beforeEach(() => {
    front.pages.answer = front.hash.answer = hello;
    front.pages.requests.length = front.hash.requests.length = 0;
  });
  const get = (path, options) => fetch(front.url + path, { redirect: 'manual', ...options });
  const post = (path, options) => get(path, { method: 'POST', ...options });
  const last = () => front.pages.requests.at(-1).params;

  test('only listed headers reach the program', async () => {
    await post('/bookings?day=1', { body: 'a=b', headers: { proxy: 'http://evil', 'x-forwarded-for': '1.2.3.4', cookie: 'quarter=1', 'x-csrf-token': 't', authorization: 'Bearer x', 'idempotency-key': 'k', 'x-http-method-override': 'DELETE' } });
    const params = last();
    for (const name of ['HTTP_PROXY', 'HTTP_X_FORWARDED_FOR', 'HTTP_X_HTTP_METHOD_OVERRIDE', 'HTTP_HOST']) assert.ok(!(name in params), name);
    assert.equal(params.REMOTE_ADDR, '127.0.0.1');
    assert.equal(params.HTTP_COOKIE, 'quarter=1');
    assert.equal(params.HTTP_X_CSRF_TOKEN, 't');
    assert.equal(params.HTTP_AUTHORIZATION, 'Bearer x');
    assert.equal(params.HTTP_IDEMPOTENCY_KEY, 'k');
    assert.equal(params.CONTENT_LENGTH, '3');
    assert.deepEqual([params.REQUEST_METHOD, params.SCRIPT_NAME, params.QUERY_STRING], ['POST', '/bookings', 'day=1']);
    assert.match(params.REQUEST_ID, /^[0-9a-f]{32}$/);
    assert.equal(front.pages.requests[0].body.toString(), 'a=b');
    const { names } = front.pages.requests[0];
    assert.deepEqual(names, [...new Set(names)]);
  });

  test('a body in pieces arrives with its length', async () => {
    const answer = await sendRaw(front.port, 'POST /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n');
    assert.match(answer, /^HTTP\/1.1 200/);
    assert.equal(last().CONTENT_LENGTH, '7');
  });

  test('a host that is not ours is not answered', async () => {
    assert.equal(await sendRaw(front.port, 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n'), '');
    for (const host of ['localhost', '127.0.0.1', `127.0.0.1:${front.port}`, '[::1]'])
      assert.match(await sendRaw(front.port, `GET /x HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`), /^HTTP\/1.1 200/, host);
    assert.equal(last().SERVER_NAME, '127.0.0.1');
  });

  test('what cannot be a request is 400, and never reaches the program', async () => {
    const head = 'POST /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n';
    for (const rest of ['Content-Length: 1\r\nContent-Length: 2\r\n\r\nab', 'Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 'Content-Length : 1\r\n\r\na', 'Transfer-Encoding: rot13\r\n\r\n', 'X: a\0b\r\n\r\n'])
      assert.match(await sendRaw(front.port, head + rest), /^HTTP\/1.1 400 /, rest);
    assert.match(await sendRaw(front.port, 'GET /a%00b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'), /^HTTP\/1.1 400 /);
    assert.match(await sendRaw(front.port, `GET /x HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(9000)}\r\n\r\n`), /^HTTP\/1.1 400 /);
    assert.match(await sendRaw(front.port, `GET /${'a'.repeat(9000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`), /^HTTP\/1.1 400 [^]*<p>400/);
    assert.equal(front.pages.requests.length, 0);
  });

  test('a page cannot make nginx do something by its headers', async () => {
    front.pages.answer = () => 'X-Accel-Redirect: /a/plain.1234.css\r\nContent-Type: text/plain\r\n\r\nmine';
    assert.equal(await (await get('/x')).text(), 'mine');
  });

  test('a body above 64 KiB is 413, as a page and as a problem', async () => {
    const body = 'a'.repeat(65537);
    const page = await post('/x', { body });
    assert.equal(page.status, 413);
    assert.match(await page.text(), /<p>413/);
    const problem = await post('/api/v1/bookings', { body });
    assert.equal(problem.headers.get('content-type'), 'application/problem+json');
    assert.deepEqual((({ status, code }) => ({ status, code }))(await problem.json()), { status: 413, code: 'too_large' });
    assert.equal(front.pages.requests.length, 0);
  });

  test('exactly what hashes a password goes to the pool that hashes', async () => {
    for (const path of ['/sign-in', '/sign-up', '/api/v1/session', '/api/v1/accounts', '/sign%2Din?next=/me',
      '/forgotten', '/forgotten/confirm', '/api/v1/password-resets', '/api/v1/password-resets/confirm']) await post(path);
    assert.equal(front.hash.requests.length, 9);
    assert.equal(front.pages.requests.length, 0);
    for (const path of ['/sign-in', '/api/v1/session', '/sign-inn']) await get(path);
    await post('/api/v1/accounts/confirm');
    await get('/api/v1/session', { method: 'DELETE' });
    assert.equal(front.pages.requests.length, 5);
    assert.equal(front.hash.requests.length, 9);
  });

  test('the administration is answered by that pool too, and nothing that is only called alike', async () => {
    for (const path of ['/admin', '/admin/accounts', '/api/v1/admin/audit?actor=x']) await get(path);
    await post('/admin/accounts/0123456789abc/lock');
    assert.equal(front.hash.requests.length, 4);
    for (const path of ['/administer', '/centres/admin', '/api/v1/adminx']) await get(path);
    assert.equal(front.pages.requests.length, 3);
    assert.equal(front.hash.requests.length, 4);
  });

  test('a full pool of hashing answers 503 at once, and pages go on', async () => {
    const release = holding(front.hash);
    const waiting = Array.from({ length: 8 }, () => post('/sign-in'));
    await until(() => front.hash.requests.length === 8);
    const began = Date.now();
    const refused = await post('/api/v1/session', { headers: { 'accept-language': 'en' } });
    assert.ok(Date.now() - began < 1000);
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get('retry-after'), '2');
    assert.deepEqual(await refused.json().then(({ code, title }) => [code, title]), ['unavailable', 'The service is busy or interrupted. Nothing was saved: try again in a moment.']);
    assert.equal((await get('/x')).status, 200);
    release();
    assert.deepEqual(await statuses(waiting), Array(8).fill(200));
  });

  test('of 900 at once every one is answered or refused with 503', async () => {
    const release = holding(front.pages);
    const all = Array.from({ length: 900 }, () => get('/x'));
    await until(() => front.pages.requests.length === 400);
    await sleep(300);
    release();
    const answers = await statuses(all);
    assert.ok(answers.filter(status => status === 200).length >= 400);
    assert.ok(answers.every(status => status === 200 || status === 503));
    assert.equal((await get('/x')).status, 200);
  });

  test('who sends slowly takes nobody’s place', async () => {
    const slow = Array.from({ length: 500 }, () => connect(front.port, '127.0.0.1'));
    for (const connection of slow) connection.on('error', () => {}).write('POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\na');
    await sleep(300);
    const began = Date.now();
    assert.equal((await get('/x')).status, 200);
    assert.ok(Date.now() - began < 2000);
    assert.equal(front.pages.requests.length, 1);
    for (const connection of slow) connection.destroy();
  });

  test('no log has a query', async () => {
    await get('/centres?near=34.7,113.6');
    await get('/api/v1/me/diary.ics?token=secret');
    await until(() => readFileSync(join(front.state, 'log/access.log'), 'utf8').includes('path="/api/v1/me/diary.ics" status=200'));
    const log = readFileSync(join(front.state, 'log/access.log'), 'utf8');
    assert.match(log, /path="\/centres" status=200/);
    assert.ok(!/near|secret/.test(log));
  });

  test('loopback is spared the limits by address', async () => {
    assert.deepEqual(new Set(await statuses(Array.from({ length: 150 }, () => get('/x')))), new Set([200]));
    for (let count = 0; count < 12; count++) assert.equal((await post('/sign-in')).status, 200);
  });

  test('files are kept for good and sent compressed', async () => {
    const answer = await get('/a/plain.1234.css');
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    for (const [encoding, text] of [['br', 'brotli'], ['gzip', 'gzip']])
      assert.match(await sendRaw(front.port, `GET /a/plain.1234.css HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: ${encoding}\r\n\r\n`), new RegExp(`Content-Encoding: ${encoding}[^]*${text}$`));
    assert.equal((await get('/a/../nginx.conf')).status, 200);
    assert.equal(last().SCRIPT_NAME, '/nginx.conf');
  });
});

describe('nginx with little patience', () => {
  let front;
  before(async () => { front = await start({ change: text => text.replace('fastcgi_read_timeout 30s', 'fastcgi_read_timeout 1s') }); });
  after(() => front.stop());
  const get = path => fetch(front.url + path);

  test('what takes too long is 503 and never 504', async () => {
    const release = holding(front.pages);
    const answer = await get('/x');
    release();
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('retry-after'), '2');
    assert.match(await answer.text(), /<p>503/);
    assert.match(answer.headers.get('content-security-policy'), /^default-src 'none'/);
  });
});

describe('nginx that limits loopback too', () => {
  let front;
  before(async () => { front = await start({ environment: { LIMIT_LOOPBACK: '1' } }); });
  after(() => front.stop());

  const elapsed = began => (Date.now() - began) / 1000;

  test('twenty requests a second and a reserve of sixty, then 429', async () => {
    const began = Date.now();
    let passed = 0;
    let refused;
    for (let count = 0; count < 50 && !refused; count++) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${front.url}/x`)));
      passed += answers.filter(answer => answer.status === 200).length;
      refused = answers.find(answer => answer.status === 429);
    }
    assert.ok(passed >= 60 && passed <= 62 + 20 * elapsed(began), String(passed));
    assert.equal(refused.headers.get('retry-after'), '1');
    assert.match(await refused.text(), /<p>429/);
  });

  test('one password a second and a reserve of five, then 429', async () => {
    await sleep(1500);
    const began = Date.now();
    const answers = await statuses(Array.from({ length: 20 }, () => fetch(`${front.url}/sign-in`, { method: 'POST' })));
    const passed = answers.filter(status => status === 200).length;
    assert.ok(passed >= 6 && passed <= 7 + elapsed(began), String(passed));
    assert.equal(answers.filter(status => status === 429).length, 20 - passed);
  });

  test('more than thirty connections of one address are 503', async () => {
    await sleep(1500);
    const release = holding(front.pages);
    const all = Array.from({ length: 35 }, () => fetch(`${front.url}/x`));
    await until(() => front.pages.requests.length >= 30);
    await sleep(200);
    release();
    const answers = await statuses(all);
    assert.deepEqual(answers.filter(status => status !== 200), Array(5).fill(503));
  });
});
