// faults: what nginx answers by itself looks like the rest, and says in both languages what to do.

/** Opens a page by sending more than any form of ours has. */
async function sendTooMuch(person) {
  await person.page.route('**/sign-in', route => route.continue({ method: 'POST', postData: 'x'.repeat(200_000) }));
  const answer = await person.page.goto('/sign-in');
  await person.page.unroute('**/sign-in');
  return answer;
}

async function walk(person) {
  const endless = await person.page.goto(`/?${'x'.repeat(40_000)}`);
  person.trouble.length = 0;
  person.expect(endless.status() === 400, `an address without end is refused: ${endless.status()}`);
  await person.look();
  const large = await sendTooMuch(person);
  person.trouble.length = 0;                       // Chromium tells of the refusal that was asked for
  person.expect(large.status() === 413, `what is too large is refused: ${large.status()}`);
  await person.look();
  person.expect(await person.main().locator('p[lang=en], div[lang=en]').count() > 0, 'in both languages');
  await person.press(person.link(/首页/, person.main()));
  person.expect(person.path() === '/', 'and leads home');
  const missing = await person.page.goto('/centres/0000000000000');
  person.trouble.length = 0;
  person.expect(missing.status() === 404, 'what is not there is 404');
  await person.look();
}

export const journey = { way: { language: 'zh-CN' }, walk };
