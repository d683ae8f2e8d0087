// centre: a visitor finds the centre round the corner, from the tree of areas, by a typed name, and by where she is.

async function choose(person, name) {
  await person.main().getByRole('combobox').first().selectOption({ label: name });
  await person.press(person.button(/^(下一步|Go on)$/, person.main()));
}

async function nearest(person) {
  const cell = person.main().locator('.cell.has-lead').first();
  person.expect(/运动公园|Sports Park/.test(await cell.innerText()), 'Sports Park is the nearest');
  person.expect(/^\s*\d+\s/m.test(await cell.locator('.mins').innerText()), 'the way there is told in minutes');
  person.expect(/开放|Open|闭馆|clos/i.test(await cell.locator('.cell-d').innerText()), 'and whether it is open');
}

async function byTree(person) {
  await person.open('/');
  await person.press(person.link(/^(找中心|Find a centre)$/, person.main()));
  await choose(person, person.words('郑东新区', 'Zhengdong New District'));
  await choose(person, person.words('商都路街道', 'Shangdu Road Subdistrict'));
  await choose(person, person.words('福禄街社区', 'Fulujie Community'));
  await nearest(person);
}

async function looksAtTheCentre(person) {
  await person.press(person.main().locator('.cell.has-lead .cell-t a').first());
  person.expect(/运动公园|Sports Park/.test(await person.heading()), 'the centre has a page of its own');
  person.expect(await person.main().locator('a[href^="tel:+86371"]').count() > 0, 'which one can ring');
  person.expect(await person.main().getByRole('heading', { name: /开放时间|Opening hours/ }).count() === 1, 'which tells its hours');
  person.expect(await person.main().locator('a[href^="/venues/"]').count() === 25, 'and its 25 rooms');
}

async function byName(person) {
  await person.open('/centres');
  await person.page.getByRole('searchbox').first().fill('福禄街');
  await person.press(person.button(/^(查找|Find the place)$/, person.main()));
  await nearest(person);
}

async function byNameThatIsNone(person) {
  await person.open('/centres');
  await person.page.getByRole('searchbox').first().fill('没有这个地方');
  await person.press(person.button(/^(查找|Find the place)$/, person.main()));
  person.expect(await person.main().locator('.error').isVisible(), 'a place that is none is said to be none');
  person.expect(await person.page.getByRole('searchbox').first().inputValue() === '没有这个地方', 'what was typed is kept');
}

/** The browser tells the place only with a script, and only after a press. */
async function byDevice(person) {
  await person.open('/centres');
  const button = person.main().locator('[data-locate]');
  if (!person.way.script) {
    person.expect(await button.isHidden(), 'without script no button that needs one is shown');
    return;
  }
  await person.press(button);
  await nearest(person);
}

async function walk(person) {
  await byTree(person);
  await looksAtTheCentre(person);
  await byName(person);
  await byNameThatIsNone(person);
  await byDevice(person);
}

export const journey = { way: { place: { latitude: 34.752, longitude: 113.7476 } }, walk };
