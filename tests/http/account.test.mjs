// account.test.mjs - signing up from nothing to a session, one's own account, and how one reads.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, program } from './lib.mjs';
import { codeSentTo, cookieOf, messagesTo, newMail, newPhone, password, signedIn, somebody } from './people.mjs';

const ask = body => program().post('/api/v1/accounts', { name: 'Lan Wang', password, language: 'en', ...body });
const confirm = (login, code) => program().post('/api/v1/accounts/confirm', { login, code });
const wrong = code => String((Number(code) + 1) % 1000000).padStart(6, '0');
const seen = ({ status, headers, text }) => JSON.stringify([status,
  [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)), text]);

for (const [kind, address] of [['email', newMail()], ['phone', newPhone()]]) {
  test(`one signs up by ${kind}, and signs in with it`, async () => {
    const asked = await ask({ [kind]: address });
    assert.equal(asked.status, 202);
    assert.match(asked.json.sent_to, /\*{3,4}/);
    assert.notEqual(asked.json.sent_to, address);
    const confirmed = await confirm(address, await codeSentTo(address));
    assert.equal(confirmed.status, 201);
    assert.deepEqual(confirmed.json.roles, []);
    assert.equal(confirmed.json.person.name, 'Lan Wang');
    const me = await program().get('/api/v1/me', { cookie: cookieOf(confirmed) });
    assert.equal(me.json.language, 'en');
    assert.equal(me.json.logins[0].kind, kind);
    assert.equal((await program().post('/api/v1/session', { login: address, password })).status, 200);
  });
}

test('an address that is taken is answered as one that is not, and its owner is told', async () => {
  const taken = somebody(), free = taken.replace(/^p/, 'q');
  const [one, other] = [await ask({ email: taken }), await ask({ email: free })];
  assert.equal(seen(one).replace('p***', 'q***'), seen(other));
  assert.match((await messagesTo(taken))[0], /already have an account/);
  const code = await codeSentTo(free);
  const [refused, mistaken] = [await confirm(taken, code), await confirm(free, wrong(code))];
  assert.equal(refused.status, 422);
  assert.equal(seen(refused), seen(mistaken));
  assert.equal((await program().post('/api/v1/session', { login: taken, password })).status, 200, 'nothing changed');
});

test('a code is good once', async () => {
  const email = newMail();
  await ask({ email });
  const code = await codeSentTo(email);
  assert.equal((await confirm(email, code)).status, 201);
  assert.equal((await confirm(email, code)).status, 422);
});

test('a code that comes back twice at once makes one account', async () => {
  const email = newMail();
  await ask({ email });
  const code = await codeSentTo(email);
  const answers = await Promise.all(Array.from({ length: 6 }, () => confirm(email, code)));
  assert.equal(answers.filter(a => a.status === 201).length, 1, answers.map(a => a.status).join(' '));
});

test('after five wrong codes the right one is refused', async () => {
  const email = newMail();
  await ask({ email });
  const code = await codeSentTo(email);
  for (let i = 0; i < 5; i++) assert.equal((await confirm(email, wrong(code))).json.code, 'wrong_code');
  assert.equal((await confirm(email, code)).json.code, 'wrong_code');
});

test('a code brings the password that was given with it, and no other', async () => {
  const email = newMail();
  await ask({ email });
  const code = await codeSentTo(email);
  await ask({ email, password: 'another tepid walrus' });
  assert.equal((await confirm(email, code)).status, 201);
  assert.equal((await program().post('/api/v1/session', { login: email, password: 'another tepid walrus' })).status, 401);
  assert.equal((await program().post('/api/v1/session', { login: email, password })).status, 200);
});

test('nobody’s mailbox is filled with codes', async () => {
  const email = newMail();
  for (let i = 0; i < 5; i++) assert.equal((await ask({ email })).status, 202);
  await messagesTo(email, 3);
  await assert.rejects(messagesTo(email, 4));
});

test('mail and telephone each get a code, and lead to one account', async () => {
  const email = newMail(), phone = newPhone();
  assert.equal((await ask({ email, phone })).status, 202);
  const first = await confirm(email, await codeSentTo(email));
  assert.equal(first.status, 201);
  assert.equal((await program().post('/api/v1/session', { login: phone, password })).status, 401);
  const second = await confirm(phone, await codeSentTo(phone));
  assert.equal(second.status, 201);
  assert.equal(second.json.person.id, first.json.person.id);
});

test('a password must be long, uncommon and not one’s own', async () => {
  for (const [secret, code] of [['short', 'password_short'], ['password123', 'password_common'],
    ['1234567890', 'password_common'], ['x-Lan-Wang-8v#q', 'password_own'], [`${'aB3$x9Kq'.repeat(16)}z`, 'password_long']]) {
    const answer = await ask({ email: newMail(), password: secret });
    assert.equal(answer.status, 422, secret);
    assert.equal(answer.json.code, code, secret);
    assert.equal(answer.json.errors[0].field, 'password');
  }
});

test('what is no address is refused at its field', async () => {
  for (const [body, field] of [[{ email: 'nobody' }, 'email'], [{ phone: '12' }, 'phone'], [{}, 'email'],
    [{ email: newPhone() }, 'email']]) {
    const answer = await ask(body);
    assert.equal(answer.status, 422, JSON.stringify(body));
    assert.equal(answer.json.errors[0].field, field);
  }
});

test('the pages lead from a name to a session and back to where one was', async () => {
  const someone = browser();
  const email = newMail();
  const asked = await someone.submit('/sign-up?next=/household', '/sign-up', { name: '王秀兰', login: email, password, next: '/household' });
  assert.equal(asked.status, 200);
  assert.match(asked.text, /p\*\*\*@quarter\.example/);
  const guard = asked.text.match(/action="\/sign-up\/confirm"[\s\S]*?name="guard" value="([^"]+)"/)[1];
  const code = await codeSentTo(email);
  const mistyped = await someone.post('/sign-up/confirm', { guard, login: email, code: wrong(code), next: '/household' });
  assert.equal(mistyped.status, 422);
  assert.match(mistyped.text, /The code is wrong or too old/);
  const confirmed = await someone.post('/sign-up/confirm', { guard, login: email, code: ` ${code.slice(0, 3)} ${code.slice(3)}`, next: '/household' });
  assert.equal(confirmed.status, 303);
  assert.equal(confirmed.location, '/household');
  assert.match((await someone.get('/household')).text, /王秀兰 \(myself\)/);
});

test('the page of signing up keeps what was typed but the password', async () => {
  const answer = await browser().submit('/sign-up', '/sign-up', { name: '王秀兰', login: 'nothing', password });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /value="王秀兰"/);
  assert.match(answer.text, /value="nothing"/);
  assert.ok(!answer.text.includes(password));
});

test('one changes one’s name once: an old version is stale', async () => {
  const { guarded, headers } = await signedIn(somebody());
  const { version } = (await program().get('/api/v1/me', headers)).json;
  const changed = await program().patch('/api/v1/me', { name: '王兰', version }, guarded);
  assert.equal(changed.status, 200);
  assert.equal(changed.json.name, '王兰');
  assert.equal(changed.json.version, version + 1);
  const stale = await program().patch('/api/v1/me', { name: 'Late', version }, guarded);
  assert.equal(stale.status, 409);
  assert.equal(stale.json.code, 'stale');
  assert.equal((await program().get('/api/v1/me', headers)).json.name, '王兰');
});

test('the page of one’s account changes name, language and type', async () => {
  const someone = browser();
  await someone.signIn(somebody(), password);
  const page = await someone.get('/me');
  assert.match(page.text, /p\*\*\*@quarter\.example/);
  const version = page.text.match(/name="version" value="(\d+)"/)[1];
  const saved = await someone.submit('/me', '/me', { name: '王兰', language: 'zh-CN', care: 'big', theme: 'dark', version });
  assert.equal(saved.status, 303);
  const after = await someone.get('/me');
  assert.match(after.text, /<html lang="zh-CN"\s+data-care="big"\s+data-theme="dark"/);
  assert.match(after.text, /value="王兰"/);
});

test('a visitor’s type, theme and language stand in cookies, and come along', async () => {
  const someone = browser();
  const chosen = await someone.post('/preferences', { care: 'max', theme: 'dark', lang: 'en', back: '/centres?pace=elder' });
  assert.equal(chosen.status, 303);
  assert.equal(chosen.location, '/centres?pace=elder');
  assert.match((await someone.get('/centres')).text, /<html lang="en"\s+data-care="max"\s+data-theme="dark"/);
  await someone.post('/preferences', { care: 'off', theme: 'auto', back: '/' });
  const plain = (await someone.get('/centres')).text;
  assert.doesNotMatch(plain, /<html[^>]*data-care/);
  assert.doesNotMatch(plain, /<html[^>]*data-theme/);
  assert.equal((await someone.post('/preferences', { care: 'enormous' })).status, 422);
  assert.equal((await someone.post('/preferences', { care: 'big', back: 'https://elsewhere.example' })).location, '/');
});

test('the language is the address’s, then the person’s, then the cookie’s, then the browser’s', async () => {
  const language = async (someone, path = '/sign-up/confirm') =>
    (await someone.get(path)).text.match(/<html lang="([^"]+)"/)[1];
  assert.equal(await language(browser({ language: 'en' })), 'en');
  assert.equal(await language(browser({ language: 'fr' })), 'zh-CN');
  const someone = browser({ language: 'en' });
  assert.equal(await language(someone, '/sign-up/confirm?lang=zh-CN'), 'zh-CN');
  assert.equal(await language(someone), 'zh-CN', 'the cookie is kept');
  await someone.signIn(somebody(), password);
  assert.equal(await language(someone, '/me'), 'en', 'the person chose English');
  assert.equal(await language(someone, '/me?lang=zh-CN'), 'zh-CN');
  assert.equal(await language(someone, '/me'), 'en');
  const chosen = await someone.submit('/me', '/preferences', { lang: 'zh-CN', back: '/me' });
  assert.equal(chosen.location, '/me');
  assert.equal(await language(someone, '/me'), 'zh-CN', 'the person chose Chinese');
});
