// appearance: large and largest type, light and dark, chosen by a press and kept, on every main page; in the standard
// size, which the other journeys see, dark on those with most colours.

const looks = [
  { care: 'max', theme: 'light', least: 26 },
  { care: 'big', theme: 'dark', least: 22 },
  { care: 'off', theme: 'dark', least: 16, most: 5 },
];

async function set(person, name, value) {
  const button = person.page.locator(`button[name=${name}][value=${value}]`).filter({ visible: true }).first();
  if (await button.isVisible()) return person.press(button);
  return person.press(person.page.locator('.care-link'));      // on a phone, the one way into larger type
}

async function mainPages(person) {
  const first = async (page, pattern) => {
    await person.page.goto(page);
    return person.main().locator(`a[href^="${pattern}"]`).first().getAttribute('href');
  };
  const room = await first('/venues', '/venues/');
  const centre = await first('/centres?all=true', '/centres/');
  const day = room.replace(/\?.*/, '');
  return ['/', centre, '/venues', day, '/bookings', '/centres', '/diary', '/inbox', '/me', '/household', '/accessibility', '/privacy'];
}

async function walk(person) {
  await person.signIn('resident@quarter.example');
  const pages = await mainPages(person);
  for (const { care, theme, least, most } of looks) {
    person.way.care = care !== 'off';
    await set(person, 'care', care === 'off' ? 'off' : 'big');
    if (care === 'max') await set(person, 'care', 'max');
    await set(person, 'theme', theme);
    const html = person.page.locator('html');
    person.expect(await html.getAttribute('data-theme') === theme, `${theme} is kept`);
    person.expect((await html.getAttribute('data-care') ?? 'off') === care, `type size ${care} is kept`);
    const size = await person.page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    person.expect(size >= least, `text of ${size} px is at least ${least}`);
    for (const page of pages.slice(0, most)) await person.open(page);
  }
  await set(person, 'theme', 'auto');
}

export const journey = { way: { script: true }, walk };
