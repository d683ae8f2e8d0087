// errors.mjs: the pages that nginx shows by itself, when the application cannot: static, and in both languages.

const errors = {
  400: {
    zh: ['网址或请求有误', '这个请求读不懂，什么也没有改动。请检查网址，或从首页重新进入。'],
    en: ['This request cannot be read', 'Nothing was changed. Check the address, or start again from the home page.'],
  },
  413: {
    zh: ['提交的内容太大', '这次提交超过了允许的大小，没有保存。请减少内容后再试。'],
    en: ['Too much was sent at once', 'It is larger than allowed and was not saved. Please shorten it and try again.'],
  },
  429: {
    zh: ['操作太频繁', '一分钟内操作次数太多。请过一分钟再试，此前的预订不受影响。'],
    en: ['Too many requests', 'Please wait one minute and try again. Your earlier bookings are not affected.'],
  },
  503: {
    zh: ['服务暂时中断', '很抱歉，您刚才的操作没有保存，已有的预订不受影响。请过一分钟再试。'],
    en: ['The service is interrupted', 'We are sorry: your last action was not saved; earlier bookings are safe. Please try again in one minute.'],
  },
};

const mark = '<svg viewBox="0 0 32 32" aria-hidden="true"><g fill="none" stroke="currentColor"><circle cx="16" cy="16" r="14" stroke-width="1.5"/>'
  + '<circle cx="16" cy="16" r="8.5" stroke-width="1.5"/><path d="M16 2a14 14 0 0 1 14 14" stroke-width="4"/></g>'
  + '<circle cx="16" cy="16" r="3.5" fill="currentColor"/></svg>';
const rings = '<svg class="rings" viewBox="0 0 100 100" aria-hidden="true"><circle cx="50" cy="50" r="47" stroke-width="2"/>'
  + '<g stroke-width="1.5" stroke-dasharray="1 4" stroke-linecap="round"><circle cx="50" cy="50" r="31"/><circle cx="50" cy="50" r="15"/></g>'
  + '<path d="M50 3a47 47 0 0 1 47 47" stroke-width="6"/></svg>';

function page(code, { zh, en }, served) {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${zh[0]} – 郑邻里</title>
<link rel="icon" type="image/svg+xml" href="${served('favicon.svg')}">
<link rel="stylesheet" href="${served('quarter.css')}">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="top"><div class="wrap bar"><a class="brand" href="/">${mark}郑邻里 <span lang="en">Quarter</span></a></div></header>
<main id="main" class="wrap" tabindex="-1">
<div class="sheet">${rings}
<p class="code">${code}</p>
<h1>${zh[0]}</h1>
<p class="lead">${zh[1]}</p>
<div class="acts"><a class="btn" href="">再试一次 <span lang="en">Try again</span></a><a class="btn btn-2" href="/">回首页 <span lang="en">Home</span></a></div>
<div lang="en" class="muted"><p><b>${en[0]}</b></p><p>${en[1]}</p></div>
</div>
</main>
<footer class="foot"><div class="wrap"><p>急事请拨打市民热线 <span lang="en">(urgent: city hotline)</span> <a href="tel:12345">12345</a></p></div></footer>
</body>
</html>
`;
}

/** [name, text] of each page; served(name) tells under which address a file of ours is found. */
export function errorPages(served) {
  return Object.entries(errors).map(([code, words]) => [`${code}.html`, page(code, words, served)]);
}
