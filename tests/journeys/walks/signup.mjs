// signup: somebody new signs up with an address and the code that is sent there, and mistypes it once.
import { mailTo } from '../mail.mjs';

async function fillIn(person, address) {
  await person.open('/sign-up');
  await person.fill(/^(姓名|Name)/, person.words('欧阳·买买提', 'Ouyang Maimaiti'));
  await person.fill(/手机号|e-mail/i, address);
  await person.fill(/^(密码|Password)/, 'short');
  await person.press(person.button(/验证码|code/i, person.main()));
  person.expect(await person.page.getByRole('alert').isVisible(), 'a password that is too short is refused');
  person.expect(await person.page.getByLabel(/手机号|e-mail/i).first().inputValue() === address, 'and the address is kept');
  await person.fill(/^(密码|Password)/, 'three plain green words');
  await person.press(person.button(/验证码|code/i, person.main()));
}

async function confirm(person, code) {
  await person.page.locator('input[autocomplete=one-time-code]').fill(code);
  await person.press(person.button(/^(下一步|Go on)$/, person.main()));
}

async function walk(person) {
  const address = `new-${Date.now()}@quarter.example`;
  await fillIn(person, address);
  const mail = await mailTo(process.env.QUARTER_STATE, address, /\b\d{6}\b/);
  const [code] = /\b\d{6}\b/.exec(mail);
  await confirm(person, code === '000000' ? '111111' : '000000');
  person.expect(await person.page.getByRole('alert').isVisible(), 'a wrong code is refused');
  await confirm(person, code);
  person.expect(!person.path().startsWith('/sign-up'), 'the right code signs in');
  await person.open('/me');
  person.expect(await person.page.getByLabel(/^(姓名|Name)/).first().inputValue() === person.words('欧阳·买买提', 'Ouyang Maimaiti'), 'with the name as it was typed');
  await person.press(person.button(/退出|Sign out/, person.main()));
  await person.page.goto('/me');
  person.expect(person.path() === '/sign-in', 'signing out ends it');
}

export const journey = { walk };
