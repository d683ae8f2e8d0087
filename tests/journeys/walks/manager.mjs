// manager: she who runs Sports Park sees its day and who holds what; a resident does not.

async function walk(person) {
  await person.signIn('manager@quarter.example');
  const link = person.page.locator('a[href$="/day"]').first();
  const address = await link.getAttribute('href');
  await person.open(address);
  person.expect(await person.main().getByRole('heading', { name: /谁订了什么|Who holds what/ }).isVisible(), 'the day tells who holds what');
  for (let day = 0; day < 7 && await person.main().locator('tbody tr').count() === 0; day++) {
    await person.press(person.main().locator('a[rel=next]'));
  }
  const row = person.main().locator('tbody tr').first();
  person.expect(/\d{1,2}:\d{2}.\d{1,2}:\d{2}/.test(await row.innerText()), 'each with its hours');
  person.expect(/[0-9A-Z]{4}-[0-9A-Z]{4}/.test(await row.innerText()), 'and its reference');
  person.expect(!/1[3-9]\d{9}/.test(await row.innerText()), 'a telephone is shown shortened');
  await person.context.clearCookies();
  await person.signIn('resident@quarter.example');
  const refused = await person.page.goto(address);
  person.trouble.length = 0;                       // Chromium tells of the refusal that was asked for
  person.expect([403, 404].includes(refused.status()), `a resident is not shown it: ${refused.status()}`);
  await person.look();
}

export const journey = { walk };
