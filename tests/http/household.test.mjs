// household.test.mjs - for whom one acts: seen, added to, and hidden from others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { as, browser, program } from './lib.mjs';
import { password, signedIn, somebody } from './people.mjs';

const child = { name: '小宝', born: '2019-06-01', relation: 'child' };

test('the resident sees herself, her mother and her child', async () => {
  const { json } = await as('resident@quarter.example').get('/api/v1/me/household');
  assert.deepEqual(json.items.map(one => one.relation), ['self', 'mother', 'child']);
  assert.equal(json.next, null);
});

test('a dependant is added, and seen by nobody else', async () => {
  const { guarded, headers } = await signedIn(somebody());
  const added = await program().post('/api/v1/me/dependants', child, guarded);
  assert.equal(added.status, 201);
  assert.deepEqual([added.json.name, added.json.born, added.json.relation], ['小宝', '2019-06-01', 'child']);
  const mine = await program().get('/api/v1/me/household', headers);
  assert.equal(mine.json.items[1].id, added.json.id);
  const others = await as('neighbour@quarter.example').get('/api/v1/me/household');
  assert.ok(!others.text.includes(added.json.id));
});

test('the same key adds once', async () => {
  const { guarded, headers } = await signedIn(somebody());
  const add = () => program().post('/api/v1/me/dependants', child, { ...guarded, 'idempotency-key': 'once' });
  const [first, second] = [await add(), await add()];
  assert.deepEqual(second.json, first.json);
  assert.equal((await program().get('/api/v1/me/household', headers)).json.items.length, 2);
});

test('what is not right is refused at its field', async () => {
  const { guarded } = await signedIn(somebody());
  for (const [change, field] of [[{ born: '2026-02-30' }, 'born'], [{ born: '2199-01-01' }, 'born'], [{ born: '1799-01-01' }, 'born'],
    [{ relation: 'self' }, 'relation'], [{ relation: 'king' }, 'relation'], [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(61) }, 'name'], [{ nickname: 'x' }, 'nickname']]) {
    const answer = await program().post('/api/v1/me/dependants', { ...child, ...change }, guarded);
    assert.ok([400, 422].includes(answer.status), `${JSON.stringify(change)} answered ${answer.status}`);
    assert.equal(answer.json.errors[0].field, field);
  }
});

test('the page adds somebody and says so in words', async () => {
  const someone = browser();
  await someone.signIn(somebody(), password);
  const added = await someone.submit('/household', '/household', child);
  assert.equal(added.status, 303);
  const page = await someone.get('/household');
  assert.match(page.text, /小宝 \(my child\)/);
  const refused = await someone.submit('/household', '/household', { ...child, name: '大宝', born: '' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /value="大宝"/);
});
