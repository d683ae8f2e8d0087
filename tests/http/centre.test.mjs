// centre.test.mjs - centres, the way to them and their hours, as pages and as JSON.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, centre, program } from './lib.mjs';

const api = program();
const home = '34.752,113.7476'; // Fulujie Community
const list = async query => (await api.get(`/api/v1/centres${query}`)).json.items;

async function area(name) {
  const { items } = (await api.get(`/api/v1/areas?q=${encodeURIComponent(name)}`)).json;
  assert.equal(items.length, 1, `one area is called ${name}`);
  return items[0];
}

test('near a place the nearest comes first, with metres and minutes', async () => {
  const items = await list(`?near=${home}&within_minutes=60`);
  assert.ok(items.length >= 4);
  assert.equal(items[0].key, 'sports-park');
  items.forEach((item, i) => {
    assert.equal(item.walk_minutes, Math.ceil(item.distance_m * 1.3 / 80));
    assert.ok(i === 0 || items[i - 1].distance_m <= item.distance_m);
  });
});

test('left to itself the circle is fifteen minutes wide, and narrower for those who walk slowly', async () => {
  const usual = await list(`?near=${home}`);
  assert.ok(usual.length > 0 && usual.every(item => item.walk_minutes <= 15));
  const slow = await list(`?near=${home}&pace=elder&within_minutes=60`);
  for (const item of slow) assert.equal(item.walk_minutes, Math.ceil(item.distance_m * 1.3 / 60));
});

test('the order is the same on every call', async () => {
  const keys = async () => (await list('?near=34.72,113.6562&within_minutes=120')).map(item => item.key);
  const first = await keys();
  assert.ok(first.length > 4);
  for (let i = 0; i < 5; i++) assert.deepEqual(await keys(), first);
});

test('without a place there is no way to tell of', async () => {
  const [first] = await list('?limit=1');
  assert.ok(first.id && first.name && first.status);
  assert.ok(!('walk_minutes' in first) && !('distance_m' in first));
});

test('a list is read page by page, and nothing is missed or told twice', async () => {
  const all = (await list('?limit=200')).map(item => item.id);
  const seen = [];
  for (let next = ''; next !== null;) {
    const { json } = await api.get(`/api/v1/centres?limit=4${next && `&cursor=${next}`}`);
    assert.ok(json.items.length <= 4);
    seen.push(...json.items.map(item => item.id));
    next = json.next;
  }
  assert.deepEqual(seen, all);
});

test('a name is found in either language, and is no pattern', async () => {
  const [chinese] = await list(`?q=${encodeURIComponent('凤凰台')}`);
  const [english] = await list('?q=fenghuangtai');
  assert.equal(chinese.id, english.id);
  assert.deepEqual(await list('?q=%25'), []);
});

test('kind and field narrow the list', async () => {
  const stations = await list('?kind=station&limit=200');
  assert.ok(stations.length >= 4 && stations.every(item => item.kind === 'station'));
  assert.ok((await list('?field=sports_health')).some(item => item.key === 'sports-park'));
});

for (const query of ['near=91,113', 'near=34', 'near=34.7,nan', 'within_minutes=0', 'within_minutes=1e3',
  'pace=fast', 'kind=pub', 'limit=201', 'limit=0', 'cursor=x', 'foo=1', 'q=a&q=b', `q=${'x'.repeat(61)}`, 'q=%FF'])
  test(`nonsense is refused: ${query.slice(0, 20)}`, async () => {
    const { status, json } = await api.get(`/api/v1/centres?${query}`);
    assert.equal(status, 400);
    assert.equal(json.status, 400);
  });

test('one centre comes with its rooms and its hours', async () => {
  const { id } = await centre('sports-park');
  const { json } = await api.get(`/api/v1/centres/${id.toUpperCase()}`);
  assert.equal(json.id, id);
  assert.equal(json.venues.length, 25);
  assert.deepEqual(json.opening_hours.workday, [{ from: '08:30', until: '20:30' }]);
  assert.deepEqual(json.opening_hours.holiday, []);
  assert.ok(Array.isArray(json.opening_hours.exceptions) && Array.isArray(json.services) && Array.isArray(json.standards));
});

test('a break at midday is two spans, and one being renovated names another', async () => {
  const broken = await centre('zhengguang-street');
  const { json } = await api.get(`/api/v1/centres/${broken.id}`);
  assert.equal(json.opening_hours.workday.length, 2);
  const shut = await centre('hongtu-street');
  assert.equal(shut.status, 'renovating');
  assert.ok((await api.get(`/api/v1/centres/${shut.substitute}`)).json.name);
});

for (const id of ['zz', '0000000000000', '7'.repeat(13), 'x'.repeat(300)])
  test(`no centre is called ${id.slice(0, 14)}`, async () => {
    assert.equal((await api.get(`/api/v1/centres/${id}`)).status, 404);
    assert.equal((await browser().get(`/centres/${id}`)).status, 404);
  });

test('the tree of areas is walked down to a community', async () => {
  const below = async id => (await api.get(`/api/v1/areas${id ? `?parent=${id}` : ''}`)).json.items;
  const district = (await below()).find(item => item.name === 'Zhengdong New District');
  const street = (await below(district.id)).find(item => item.name.startsWith('Shangdu Road'));
  const communities = await below(street.id);
  assert.ok(communities.some(item => item.name === 'Fulujie Community' && item.parent === street.id));
  assert.equal((await api.get('/api/v1/areas?parent=zz')).status, 404);
});

test('a page is told a place in the address and remembers none', async () => {
  const { id } = await area('福禄街社区');
  const one = browser();
  assert.match((await one.get(`/centres?area=${id}`)).text, /Centres near Fulujie Community/);
  assert.match((await one.get('/centres?place=fuluj')).text, /Centres near Fulujie Community/);
  assert.match((await one.get(`/centres?near=${home}`)).text, /Centres near you/);
  assert.doesNotMatch((await one.get('/centres')).text, /Centres near/);
  assert.equal(one.cookies.size, 0);
});

test('two visitors with two homes see two circles', async () => {
  const [here, there] = await Promise.all([home, '34.72,113.6562'].map(near => browser().get(`/centres?near=${near}`)));
  assert.match(here.text, /Sports Park/);
  assert.match(there.text, /713 Community/);
  assert.doesNotMatch(there.text, /Sports Park/);
});

test('the numbers on the sketch are those of the list', async () => {
  const { text } = await browser().get('/centres?near=34.72,113.6562');
  const listed = [...text.matchAll(/<span class="pin[^"]*" aria-hidden="true">(\d+)<\/span>[\s\S]*?href="\/centres\/(\w+)\?/g)]
    .map(([, number, id]) => [id, number]);
  const drawn = [...text.matchAll(/<a href="\/centres\/(\w+)\?[^>]*aria-label="(\d+) /g)].map(([, id, number]) => [id, number]);
  assert.ok(drawn.length >= 5);
  for (const [id, number] of drawn) assert.equal(new Map(listed).get(id), number);
});

test('a page says each thing in the language that is asked for', async () => {
  const { id } = await centre('sports-park');
  const english = await browser().get(`/centres/${id}`);
  const chinese = await browser({ language: 'zh-CN' }).get(`/centres/${id}`);
  assert.match(english.text, /<html lang="en"[\s\S]*Opening hours[\s\S]*Working days/);
  assert.match(chinese.text, /<html lang="zh-CN"[\s\S]*开放时间[\s\S]*工作日/);
});

test('a typed place that is none is said to be none, and markup in it stays text', async () => {
  const { status, text } = await browser().get(`/centres?place=${encodeURIComponent('<script>alert(1)</script>')}`);
  assert.equal(status, 200);
  assert.match(text, /No community or street/);
  assert.doesNotMatch(text, /<script>alert/);
});

test('who reads in large type is measured at a slow walk', async () => {
  const reader = browser();
  const minutes = async () => (await reader.get(`/centres?near=34.7488,113.7400`)).text.match(/<span class="mins"><b>(\d+)/)[1];
  const usual = await minutes();
  reader.cookies.set('quarter_care', 'big');
  assert.ok(Number(await minutes()) > Number(usual));
});
