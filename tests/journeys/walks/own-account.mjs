// own-account: somebody forgets the password, ends a sign-in elsewhere, takes the diary along, and sets up an app.
import { mailTo } from '../mail.mjs';
import { ctl } from '../../http/lib.mjs';
import { totp } from '../../http/totp.mjs';

const old = 'heron teapot gravel', fresh = 'tepid walrus lantern';

function somebody(language) {
  const login = `own-${Date.now()}@quarter.example`;
  ctl.input(`${old}\n`, 'account', 'create', login, '--name', '王兰', '--language', language, '--password-stdin');
  return login;
}

async function enter(person, login, secret, digits) {
  await person.open('/sign-in');
  await person.fill(/手机号|e-mail/i, login);
  await person.fill(/^(密码|Password)$/, secret);
  await person.press(person.button(/^(登录|sign in)$/i, person.main()));
  if (!digits) return;
  await person.fill(/^(密码|Password)$/, secret);
  await person.page.locator('#totp').fill(digits());
  await person.press(person.button(/^(登录|sign in)$/i, person.main()));
}

async function forgetsThePassword(person, login) {
  await person.open('/sign-in');
  await person.press(person.link(/忘记密码|Forgotten your password/, person.main()));
  await person.fill(/手机号|e-mail/i, login);
  await person.press(person.button(/发给我|Send it to me/, person.main()));
  person.expect(await person.reads(/\*\*\*@quarter\.example/), 'it says where a message went, and no more');
  const mail = await mailTo(process.env.QUARTER_STATE, login, /\/forgotten\/confirm\?code=[0-9a-z]{52}/);
  await person.open(/\/forgotten\/confirm\?code=[0-9a-z]{52}/.exec(mail)[0]);
  await person.fill(/新密码|New password/, 'short');
  await person.press(person.button(/保存新密码|Keep the new password/, person.main()));
  person.expect(await person.page.getByRole('alert').isVisible(), 'a password that is too short is refused');
  await person.fill(/新密码|New password/, fresh);
  await person.press(person.button(/保存新密码|Keep the new password/, person.main()));
  person.expect(person.path() === '/sign-in', 'the new password leads to signing in');
}

async function endsAnotherSignIn(person, login) {
  const elsewhere = await fetch(`${person.base}/api/v1/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': 'iPhone Mobile MicroMessenger' },
    body: JSON.stringify({ login, password: fresh }),
  });
  const cookie = elsewhere.headers.getSetCookie().find(line => line.startsWith('quarter=')).split(';')[0];
  await person.open('/me');
  await person.press(person.link(/登录的地方|Where you are signed in/, person.main()));
  person.expect(await person.reads(/WeChat/), 'it tells of the telephone elsewhere');
  await person.press(person.button(/^(退出|End)/, person.main()));
  person.expect(!await person.reads(/WeChat/), 'which is not signed in any more');
  const asked = await fetch(`${person.base}/api/v1/session`, { headers: { cookie } });
  person.expect(asked.status === 401, 'and is told so at once');
}

async function takesTheDiaryAlong(person) {
  await person.open('/diary');
  await person.press(person.link(/同步到手机日历|In your own calendar/, person.main()));
  await person.press(person.button(/取得订阅地址|Make an address/, person.main()));
  const address = await person.page.locator('#url').inputValue();
  const calendar = await fetch(address);
  person.expect(calendar.status === 200 && /^BEGIN:VCALENDAR/.test(await calendar.text()), 'the address is read as a calendar');
  await person.press(person.button(/停用地址|End the address/, person.main()));
  person.expect((await fetch(address)).status === 404, 'and is nothing once it has ended');
}

async function setsUpAnApp(person) {
  await person.open('/me');
  await person.press(person.link(/两步验证|An app for signing in/, person.main()));
  await person.press(person.button(/开始设置|Set it up/, person.main()));
  const secret = (await person.main().locator('#secret').innerText()).trim();
  await person.page.locator('#code').fill(totp(secret));
  await person.press(person.button(/^(下一步|Go on)$/, person.main()));
  person.expect(await person.main().locator('b.ref').count() === 10, 'ten recovery codes are shown');
  return secret;
}

async function walk(person) {
  const login = somebody(person.way.language);
  await forgetsThePassword(person, login);
  await enter(person, login, old);
  person.expect(await person.page.getByRole('alert').isVisible(), 'the old password does not sign in any more');
  await enter(person, login, fresh);
  person.expect(person.path() !== '/sign-in', 'the new one does');
  await endsAnotherSignIn(person, login);
  await takesTheDiaryAlong(person);
  const secret = await setsUpAnApp(person);
  await person.open('/me');
  await person.press(person.button(/退出|Sign out/, person.main()));
  await enter(person, login, fresh, () => totp(secret, Date.now() + 30_000));
  person.expect(person.path() !== '/sign-in', 'password and app together sign in');
  await person.open('/me/tokens');
}

export const journey = { walk };
