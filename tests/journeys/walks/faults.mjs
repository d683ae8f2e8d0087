// faults: what nginx answers by itself looks like the rest, and says in both languages what to do.

async function walk(person) {
  const answer = await person.page.goto(`/?${'x'.repeat(40_000)}`);
  person.trouble.length = 0;                       // Chromium tells of the refusal that was asked for
  person.expect(answer.status() === 400 || answer.status() === 414, `an address without end is refused: ${answer.status()}`);
  await person.look();
  person.expect(await person.main().locator('[lang=en]').count() > 0, 'in both languages');
  await person.press(person.link(/首页/, person.main()));
  person.expect(person.path() === '/', 'and leads home');
  const missing = await person.page.goto('/centres/0000000000000');
  person.trouble.length = 0;
  person.expect(missing.status() === 404, 'what is not there is 404');
  await person.look();
}

export const journey = { way: { language: 'zh-CN' }, walk };
