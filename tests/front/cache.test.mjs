// cache.test.mjs: which pages nginx keeps for a second, for whom, and what it does while the program is away.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { start } from './nginx.mjs';

/** Every answer is another, so that one that was kept shows. */
function counting(headers = 'Cache-Control: public, max-age=30\r\n') {
  let count = 0;
  return () => `${headers}ETag: "${++count}"\r\nContent-Type: text/plain\r\n\r\n${count}`;
}

describe('the pages that are kept', () => {
  let front;
  let page = 0;
  before(async () => { front = await start({ change: text => text.replace('fastcgi_cache_valid 200 1s', 'fastcgi_cache_valid 200 1h') }); });
  after(() => front.stop());
  beforeEach(() => { front.pages.answer = counting(); });

  /** No test meets what another has kept. */
  const fresh = path => `${path}?page=${++page}`;
  const get = (path, headers = {}, method = 'GET') => fetch(front.url + path, { headers: { 'accept-language': 'zh-CN', ...headers }, method });
  const text = async (...request) => (await get(...request)).text();
  const twice = async (path, first, second = first) => [await text(path, first), await text(path, second)];

  test('are home, the list of centres and each centre', async () => {
    for (const path of ['/', '/centres', '/centres/0123456789abc', '/centres/0123456789ABC']) {
      const [first, second] = await twice(fresh(path));
      assert.equal(first, second, path);
    }
    for (const path of ['/venues', '/centres/0123456789abc/day', '/centres/12', '/api/v1/centres', '/me']) {
      const [first, second] = await twice(fresh(path));
      assert.notEqual(first, second, path);
    }
  });

  test('are only those that say so', async () => {
    for (const headers of ['', 'Cache-Control: no-store\r\n', 'Cache-Control: private, no-cache\r\n', 'Cache-Control: public\r\nSet-Cookie: quarter_lang=en\r\n', 'Status: 404 Not Found\r\nCache-Control: public\r\n']) {
      front.pages.answer = counting(headers);
      const [first, second] = await twice(fresh('/'));
      assert.notEqual(first, second, headers);
    }
  });

  test('are for visitors without session, message or token', async () => {
    for (const headers of [{ cookie: 'quarter=1' }, { cookie: 'a=b; quarter=1' }, { cookie: '__Host-quarter=1' }, { cookie: 'quarter_flash=1' }, { authorization: 'Bearer x' }]) {
      const path = fresh('/');
      const [visitor, known] = await twice(path, {}, headers);
      assert.notEqual(visitor, known, JSON.stringify(headers));
      assert.equal(await text(path), visitor);
    }
  });

  test('are asked for by GET alone', async () => {
    const path = fresh('/');
    await get(path, {}, 'HEAD');
    assert.equal(await text(path), '2');
    assert.notEqual(await text(path, {}, 'POST'), '2');
  });

  test('differ by address, language, type size and theme', async () => {
    const path = fresh('/');
    const readers = [
      [path, {}], [`${path}&near=1`, {}],
      [path, { cookie: 'quarter_lang=en' }], [path, { cookie: 'quarter_care=big' }], [path, { cookie: 'quarter_care=max' }],
      [path, { cookie: 'quarter_theme=dark' }], [path, { cookie: 'quarter_theme=light' }],
      [path, { 'accept-language': 'fr;q=0.9, en;q=0.1' }],
    ];
    const first = [];
    for (const reader of readers) first.push(await text(...reader));
    assert.equal(new Set(first).size, readers.length);
    for (const [index, reader] of readers.entries()) assert.equal(await text(...reader), first[index]);
  });

  test('are shared by those whose language resolves alike', async () => {
    const path = fresh('/');
    const chinese = [{}, { 'accept-language': 'zh' }, { 'accept-language': 'zh-Hans-CN, en;q=0.5' }, { cookie: 'quarter_lang=zh-CN', 'accept-language': 'en' }];
    const english = [{ 'accept-language': 'en-GB,en;q=0.9,zh;q=0.8' }, { cookie: 'quarter_lang=en' }];
    const seen = async headers => new Set(await Promise.all(headers.map(header => text(path, header))));
    await text(path);
    await text(path, english[0]);
    assert.deepEqual([await seen(chinese), await seen(english)], [new Set(['1']), new Set(['2'])]);
  });

  test('are asked for whole, and nginx itself says that they are unchanged', async () => {
    const path = fresh('/');
    const answer = await get(path);
    const again = await get(path, { 'if-none-match': answer.headers.get('etag') });
    assert.equal(again.status, 304);
    assert.ok(!('HTTP_IF_NONE_MATCH' in front.pages.requests.at(-1).params));
    await get('/venues', { 'if-none-match': '"1"' });
    assert.equal(front.pages.requests.at(-1).params.HTTP_IF_NONE_MATCH, '"1"');
  });
});

describe('the second for which they are kept', () => {
  let front;
  before(async () => { front = await start(); });
  after(() => front.stop());
  beforeEach(() => { front.pages.answer = counting(); });
  const get = path => fetch(front.url + path);
  const text = async path => (await get(path)).text();

  test('lasts no longer, whatever the page says of browsers', async () => {
    const path = '/centres';
    const answer = await get(path);
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=30');
    await sleep(2100);
    assert.notEqual(await text(path), await answer.text());
  });

  test('is what is left, marked as stale, while the program or its database is away', async () => {
    const path = '/';
    const kept = await text(path);
    await sleep(2100);
    front.pages.answer = () => 'Status: 503 Service Unavailable\r\nContent-Type: text/plain\r\n\r\naway';
    const stale = await get(path);
    assert.deepEqual([stale.status, stale.headers.get('warning'), await stale.text()], [200, '110 - "Response is Stale"', kept]);
    assert.equal((await get('/venues')).status, 503);
    await front.pages.close();
    assert.equal(await text(path), kept);
    const away = await get('/venues');
    assert.deepEqual([away.status, away.headers.get('retry-after')], [503, '2']);
    assert.equal((await get('/a/plain.1234.css')).status, 200);
  });
});
