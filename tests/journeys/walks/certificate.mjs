// certificate: she who has served has her hours certified, and a stranger checks the paper by its code.

async function walk(person) {
  await person.signIn('volunteer@quarter.example');
  await person.open('/volunteer/hours');
  person.expect(await person.main().locator('tbody tr').count() > 10, 'each entry stands in the list');
  person.expect(/[二两]星|two stars/.test(await person.main().locator('.tiles').innerText()), 'and the stars above it');
  await person.press(person.link(person.words('开证明', 'Get a certificate'), person.main()));
  await person.press(person.button(person.words('开证明', 'Certify my hours'), person.main()));
  const address = new URL(person.page.url()).pathname;
  person.expect(/^\/certificates\/[0-9a-z]{13}$/.test(address), `the certificate has a page of its own: ${address}`);
  person.expect(/有效|holds/.test(await person.main().locator('.notice').innerText()), 'it holds');
  const name = await person.main().locator('.cert .name').innerText();
  const hours = await person.main().locator('.cert .hours').innerText();
  for (let tries = 0; tries < 40 && await person.main().locator('a[href$=".pdf"]').count() === 0; tries++) {
    await person.page.waitForTimeout(250);
    await person.page.reload();
  }
  person.expect(await person.main().locator('a[href$=".pdf"]').count() === 1, 'the PDF is there in a moment');
  await person.context.clearCookies();
  await person.open(address);
  const shown = await person.main().locator('.cert .name').innerText();
  person.expect(shown !== name && shown[0] === name[0], `a stranger sees a part of the name: ${shown}`);
  person.expect(/\d/.test(hours) && (await person.main().locator('.cert').innerText()).match(/\d+/g).includes(hours.match(/\d+/)[0]), 'and the same hours');
  person.expect(await person.main().locator('a[href$=".pdf"]').count() === 0, 'and no paper with the whole name');
  const forged = address.slice(0, -1) + (address.endsWith('0') ? '1' : '0');
  const answer = await person.page.goto(forged);
  person.trouble.length = 0;                       // Chromium tells of the refusal that was asked for
  person.expect(answer.status() === 404, `a forged code is not there: ${answer.status()}`);
  await person.look();
}

export const journey = { walk };
