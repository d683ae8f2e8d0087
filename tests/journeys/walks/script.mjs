// script: what quarter.js does at each attribute, on a page of its own under the policy of the site.
import http from 'node:http';
import { readFileSync } from 'node:fs';

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
  + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const script = readFileSync(new URL('../../../web/js/quarter.js', import.meta.url));
const hours = ['9:00', '9:30', '10:00', '10:30', '11:00'];

const frame = main => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Script</title>
<script type="module" src="/quarter.js"></script></head><body><main id="main" tabindex="-1">${main}</main><p id="spoken" role="status"></p></body></html>`;

const page = (part, ticks, posts) => frame(`<h1>Script</h1>
<section id="part"><h2>Part ${part}</h2></section>
<a href="/?part=two" data-swap="#part">Two</a> <a href="/gone" data-swap="#part">Gone</a>
<form action="/" data-swap="#part"><input name="part" aria-label="Which"><button>Show</button></form>
<p id="ticks" data-poll="0.2">tick ${ticks}</p>
<form method="post" action="/" data-confirm="Cancel it?" data-keep="Keep it"><textarea name="why" aria-label="Why" data-draft></textarea><button>Cancel it</button></form>
<p id="posts">posted ${posts}</p>
<div data-grid>${hours.map(hour => `<label class="slot"><input type="checkbox" name="slot" value="${hour}">${hour}</label>`).join('')}</div>
<form action="/"><button type="button" hidden data-locate data-refused="Not known here">Near me</button></form>
<div class="stepper"><button type="button" hidden data-step="-1">Fewer</button><input aria-label="People" value="2"><button type="button" hidden data-step="1">More</button></div>
<button type="button" hidden data-read>Read</button>`);

async function serve() {
  let ticks = 0;
  let posts = 0;
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, 'http://loopback');
    const send = (type, body, status = 200) => response.writeHead(status, { 'content-type': type, 'content-security-policy': policy }).end(body);
    if (url.pathname === '/quarter.js') return send('text/javascript', script);
    if (url.pathname !== '/') return send('text/html', frame('<h1>Not here</h1>'), url.pathname === '/gone' ? 404 : 204);
    if (request.method === 'POST') {
      posts += 1;
      return response.writeHead(303, { location: '/' }).end();
    }
    ticks += 1;
    return send('text/html; charset=utf-8', page(url.searchParams.get('part') ?? 'one', ticks, posts));
  });
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  return { base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function swaps(person, page) {
  await page.evaluate(() => { window.stayed = true; });
  await page.getByRole('link', { name: 'Two' }).click();
  await page.getByRole('heading', { name: 'Part two' }).waitFor();
  person.expect(await page.evaluate(() => window.stayed && location.search === '?part=two' && document.activeElement.textContent === 'Part two'),
    'a link replaces a part, the address follows, the focus goes to its heading');
  await page.waitForFunction(() => document.getElementById('spoken').textContent === 'Part two');
  await page.getByLabel('Which').fill('three');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('heading', { name: 'Part three' }).waitFor();
  person.expect(await page.evaluate(() => window.stayed), 'a GET form replaces a part');
  await page.getByRole('link', { name: 'Gone' }).click();
  await page.waitForURL('**/gone');
  person.trouble.length = 0;                       // the 404 that was asked for
  await page.goto('/');
}

async function polls(person, page) {
  const first = await page.locator('#ticks').innerText();
  await page.waitForFunction(before => document.getElementById('ticks').textContent !== before, first);
  const second = await page.locator('#ticks').innerText();
  await page.waitForFunction(before => document.getElementById('ticks').textContent !== before, second);
  person.expect(await page.locator('#ticks').innerText() !== second, 'what polls asks again and again');
}

async function confirms(person, page) {
  await page.getByRole('button', { name: 'Cancel it' }).click();
  person.expect(await page.evaluate(() => document.activeElement.textContent === 'Keep it'), 'a question begins at what changes nothing');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  person.expect(await page.locator('#posts').innerText() === 'posted 0', 'no sends nothing');
  await page.getByRole('button', { name: 'Cancel it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel it' }).click();
  await page.getByText('posted 1').waitFor();
  person.expect(true, 'yes sends the form once');
}

async function movesInTheGrid(person, page) {
  const here = () => page.evaluate(() => document.activeElement.value);
  const slots = page.locator('[data-grid] .slot');
  await slots.first().locator('input').focus();
  const seen = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', 'Home']) {
    await page.keyboard.press(key);
    seen.push(await here());
  }
  person.expect(seen.join() === '9:30,10:00,9:30,11:00,9:00', `arrows, End and Home move between slots: ${seen}`);
  await slots.nth(1).hover();
  await page.mouse.down();
  await slots.nth(3).hover();
  await page.mouse.up();
  const checked = await page.locator('[data-grid] input:checked').evaluateAll(boxes => boxes.map(box => box.value));
  person.expect(checked.join() === '9:30,10:00,10:30', `dragging chooses what lies between: ${checked}`);
}

async function keepsDrafts(person, page) {
  await page.getByLabel('Why').fill('It rains');
  await page.reload();
  person.expect(await page.getByLabel('Why').inputValue() === 'It rains', 'what was typed outlives a reload');
  await page.getByRole('button', { name: 'Cancel it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel it' }).click();
  await page.getByText('posted 2').waitFor();
  await page.reload();
  person.expect(await page.getByLabel('Why').inputValue() === '', 'and is forgotten once it is sent');
}

async function locates(person, page) {
  await page.getByRole('button', { name: 'Near me' }).click();
  await page.waitForURL('**/?near=*');
  person.expect(new URL(page.url()).searchParams.get('near') === '34.75320,113.74610', 'the place is asked for after a press and sent');
  await person.context.clearPermissions();
  await page.getByRole('button', { name: 'Near me' }).click();
  await page.getByText('Not known here').waitFor();
  person.expect(true, 'a place that is refused is said so');
}

async function walk(person) {
  const { page } = person;
  await page.goto('/');
  await swaps(person, page);
  await polls(person, page);
  await confirms(person, page);
  await movesInTheGrid(person, page);
  await keepsDrafts(person, page);
  await page.getByRole('button', { name: 'More' }).click();
  person.expect(await page.getByLabel('People').inputValue() === '3', 'a stepper counts');
  person.expect(await page.evaluate(() => document.querySelector('[data-read]').hidden === !window.speechSynthesis), 'reading aloud is offered where it can be done');
  await locates(person, page);
}

export const journey = {
  way: { script: true, language: 'en', width: 1366, place: { latitude: 34.7532, longitude: 113.7461 } },
  serve,
  walk,
};
