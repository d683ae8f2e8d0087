// language.test.mjs - a worker answers each in their own language, whatever it answered before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, get, params, record, talk, STDIN } from './fastcgi.mjs';
import { program, tokenOf } from './lib.mjs';
import { somebody } from './people.mjs';

const socket = process.env.QUARTER_SOCKET;

// Asks the pool itself, so that nothing but a worker answers; what stands in the head and in the text must agree.
async function languageOf(more, path = '/about') {
  const names = new Set(more.map(([name]) => name));
  const list = [...get(path).filter(([name]) => !names.has(name)), ...more.filter(([, value]) => value !== undefined)];
  const { text } = await talk(socket, Buffer.concat([begin(), params(list), record(STDIN)]));
  const language = text.match(/^Content-Language: (.*)\r$/m)?.[1];
  const [title] = text.match(/<title>[^<]*|"title":"[^"]*/);
  assert.equal(/[一-鿿]/.test(title), language === 'zh-CN', title);
  if (title.startsWith('<')) assert.equal(text.match(/<html lang="([^"]*)"/)[1], language);
  return language;
}

const accept = language => ['HTTP_ACCEPT_LANGUAGE', language];
const cookie = language => ['QUARTER_LANGUAGE', language];
const unread = ['CONTENT_LENGTH', 'many'];

test('who says nothing is answered in Chinese, whoever was answered in English before', { timeout: 60000 }, async () => {
  const bearer = ['HTTP_AUTHORIZATION', `Bearer ${tokenOf(somebody())}`];
  const before = [[accept('en')], [cookie('en')], [['QUERY_STRING', 'lang=en']], [bearer], [accept('en'), unread]];
  for (let round = 0; round < 20; round++) {
    for (const english of before) {
      assert.equal(await languageOf(english), 'en', english.join(' '));
      assert.equal(await languageOf([]), 'zh-CN', `after ${english.join(' ')}`);
    }
  }
});

test('a refusal, too, is in the language of who is refused', { timeout: 60000 }, async () => {
  for (let round = 0; round < 20; round++) {
    for (const path of ['/nowhere', '/api/v1/nowhere', '/api/v1/me']) {
      assert.equal(await languageOf([accept('en')], path), 'en', path);
      assert.equal(await languageOf([], path), 'zh-CN', path);
    }
    assert.equal(await languageOf([unread]), 'zh-CN');
    assert.equal(await languageOf([accept('en')]), 'en');
    assert.equal(await languageOf([['SCRIPT_NAME', undefined]]), 'zh-CN');
  }
});

test('a person’s own language goes before the browser’s, and is gone with the request', { timeout: 60000 }, async () => {
  const login = somebody();
  const client = program(tokenOf(login));
  const bearer = ['HTTP_AUTHORIZATION', `Bearer ${tokenOf(login)}`];
  const { version } = (await client.get('/api/v1/me')).json;
  assert.equal((await client.patch('/api/v1/me', { language: 'zh-CN', version })).status, 200);
  for (let round = 0; round < 20; round++) {
    assert.equal(await languageOf([bearer, accept('en')]), 'zh-CN');
    assert.equal(await languageOf([accept('en')]), 'en');
    assert.equal(await languageOf([accept('fr, zh-CN;q=0.5, en;q=0.2')]), 'zh-CN');
    assert.equal(await languageOf([accept('fr')]), 'zh-CN');
  }
});
