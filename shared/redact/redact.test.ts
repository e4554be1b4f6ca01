import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from './redact.ts';

// Put together so that no scanner of repositories takes an example for a leak.
const key = (...parts: string[]) => parts.join('');

/** Texts as they stand in logs, and the secret in each. Keys are made up, or those of the makers' documentation. */
const secrets: [text: string, secret: string][] = [
  ['Authorization: Bearer 4f9aK2LmQ8vXz7Rt', '4f9aK2LmQ8vXz7Rt'],
  ['{"authorization":"Bearer mF_9.B5f-4.1JqM"}', 'mF_9.B5f-4.1JqM'],
  ['authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==', 'QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
  ['Proxy-Authorization: ApiKey abcdefghijkl', 'abcdefghijkl'],
  ['sent with Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
  [
    'jwt eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
    'eyJzdWIiOiIxMjM0NTY3ODkwIn0',
  ],
  [
    key('Invalid API Key provided: sk_', 'live_4eC39HqLyjWDarjtT1zdp7dc'),
    key('sk_', 'live_4eC39HqLyjWDarjtT1zdp7dc'),
  ],
  [key('pk_', 'test_TYooMQauvdEDq54NiTphI7jx'), 'TYooMQauvdEDq54NiTphI7jx'],
  [key('whsec_', 'Kf93jd82Ls0'), key('whsec_', 'Kf93jd82Ls0')],
  [key('sk-', 'proj-abcdefghijklmnopqrstuvwx'), 'abcdefghijklmnopqrstuvwx'],
  [key('remote: ghp_', 'aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789'), 'aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789'],
  [key('github_pat_', '11AAAAAAA0aaaaaaaaaaaa_bbbbbbbb'), '11AAAAAAA0aaaaaaaaaaaa_bbbbbbbb'],
  [key('glpat-', 'xYz123_abcdEFGH4567'), 'xYz123_abcdEFGH4567'],
  [key('npm_', 'abcdefghijklmnopqrstuvwxyz0123456789'), 'abcdefghijklmnopqrstuvwxyz0123456789'],
  [key('xox', 'b-123456789012-abcdefABCDEF'), '123456789012-abcdefABCDEF'],
  [key('sb_', 'secret_abcdefghijklmnop'), 'abcdefghijklmnop'],
  [key('AKIA', 'IOSFODNN7EXAMPLE'), key('AKIA', 'IOSFODNN7EXAMPLE')],
  [key('AIza', 'SyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe'), 'SyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe'],
  [key('LTAI', '5tQnKyQHcuYwzZAbCdEf'), '5tQnKyQHcuYwzZAbCdEf'],
  [key('AKID', 'z8krbsJ5yKBZQpn74WFkmLPx3gnPhESA'), 'z8krbsJ5yKBZQpn74WFkmLPx3gnPhESA'],
  [key('SG.', 'ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf09kqeF8tAmbihYzrnopKc1s5cr'), 'ngeVfQFYQlKU0ufo8x5d1A'],
  [key('-----BEGIN RSA PRIVATE', ' KEY-----\nMIIEow\nxyz\n-----END RSA PRIVATE KEY-----'), 'MIIEow'],
  [key('-----BEGIN PRIVATE', ' KEY-----\nMIIEowIBAAKCAQEA cut'), 'MIIEowIBAAKCAQEA'],
  ['GET https://ada:correct-horse@db.example.com/x failed', 'correct-horse'],
  ['postgres://app:s3cr3t@10.0.0.2:5432/shop', 's3cr3t'],
  ['password=hunter2', 'hunter2'],
  ['{"password":"correct horse battery"}', 'correct horse battery'],
  ["{'newPassword': 'it is \"quoted\"'}", 'it is "quoted"'],
  [String.raw`body: "{\"pwd\":\"hunter2\"}"`, 'hunter2'],
  ['DB_PASSWORD: tr0ub4dor&3', 'tr0ub4dor'],
  ['?access_token=abc123&next=/home', 'abc123'],
  ['/reset?token%3Dabc123', 'abc123'],
  ['session_id: 8af2c1', '8af2c1'],
  ['client_secret => "Zx81"', 'Zx81'],
  ['{"apiKey":"short1"}', 'short1'],
  ['Cookie: theme=dark; sid=abc.def', 'sid=abc.def'],
  ['Set-Cookie: session=31d4d96e; HttpOnly', '31d4d96e'],
  ['密码：hunter2', 'hunter2'],
  ['登录密码为Abc12345，请', 'Abc12345'],
  ['验证码是482913', '482913'],
  ['no user ada.lovelace+test@mail.example.co.uk', 'ada.lovelace+test@mail.example.co.uk'],
  ['/users/ada%40example.com/orders', 'ada%40example.com'],
  ['发到zhang.san@example.cn去', 'zhang.san@example.cn'],
  ['用户@例子.中国', '用户@例子.中国'],
  ['card 4111111111111111 declined', '4111111111111111'],
  ['card 4111 1111 1111 1111 12/26', '4111 1111 1111 1111'],
  ['5500-0055-5555-5559', '5500-0055-5555-5559'],
  ['3782 822463 10005', '3782 822463 10005'],
  ['30569309025904', '30569309025904'],
  ['6200000000000005', '6200000000000005'],
  ['3530 1113 3330 0000', '3530 1113 3330 0000'],
  ['手机13800138000', '13800138000'],
  ['tel +86 138-0013-8000', '138-0013-8000'],
  ['+49 (30) 1234-5678', '1234-5678'],
  ['身份证11010519491231002X', '11010519491231002X'],
  ['440308 19990101 0012', '19990101'],
  ['digest d41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['k = Zm9vYmFyQmF6MTIzNDU2Nzg5MEFiQ2RFZg==', 'Zm9vYmFyQmF6MTIzNDU2Nzg5MEFiQ2RFZg'],
  ['/invite/qT7xK9vLm2RzB4nWc8YdP1sF', 'qT7xK9vLm2RzB4nWc8YdP1sF'],
  ['id 4k2j9x8w7v6u5t4s3r2q1p0o9n8m', '4k2j9x8w7v6u5t4s3r2q1p0o9n8m'],
];

describe('secrets', () => {
  test.each(secrets)('%s', (text, secret) => {
    expect(text).toContain(secret);
    expect(redact(text)).not.toContain(secret);
  });

  test('none survives in any text around it, nor a large part of it', () => {
    const edge = fc.constantFrom(
      ' ',
      '\n',
      '\t',
      '"',
      '(',
      ')',
      '，',
      '。',
      '「',
      '；',
      '<',
      '>',
      '|',
      ' : ',
    );
    const around = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        'TypeError: x is not a function',
        '订单',
        'at onClick (app.js:12:7)',
        'password',
        'token:',
        '+1',
      ),
      fc.constantFrom(...secrets.map(([text]) => text)),
    );
    fc.assert(
      fc.property(
        around,
        edge,
        fc.constantFrom(...secrets),
        edge,
        around,
        (before, left, [text, secret], right, after) => {
          const clean = redact(before + left + text + right + after);
          const most = Math.ceil(secret.length * 0.75);
          expect(clean).not.toContain(secret.slice(0, most));
          expect(clean).not.toContain(secret.slice(-most));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('what only looks like one stays', () => {
  test.each([
    "TypeError: Cannot read properties of undefined (reading 'password')",
    'Unexpected token: } in JSON at position 4',
    'SyntaxError: Unexpected token \'<\', "<!DOCTYPE "... is not valid JSON',
    'Invalid token: string expected',
    'Bearer authentication failed',
    'Basic authentication is required',
    'password: required',
    '{"token":null}',
    '{"sessions": 3, "tokens": 12, "author": "Ada"}',
    'GET /api/orders/0b1f4f0e-5f0a-4c1c-9d3c-0a7a3f1d2e4b 404',
    '/assets/index-BxK3f9aQ.js:1:48213',
    '/static/js/vendors~main.3f2a9c1b7d.chunk.js',
    'logo@2x.png and icon@1.5x.webp',
    'preact@11.0.0-beta.0, @scope/name@1.2.3',
    'onClick@https://app.example.com/main.js:10:5',
    'at Object.handleSubmitButtonClickEventInternal (form.tsx:20:3)',
    'useSyncExternalStoreWithSelectorShimProductionMin',
    'task-management-list-of-all-open-items-v2',
    '1732276800000 and 1732276800',
    '2026-11-22T12:30:45.123+08:00',
    '2026-11-22 12:30:00',
    'order 4111111111111112',
    'order 2026112200012345678',
    '10.0.0.12:5432, 192.168.100.200',
    '0000000000000000',
    '#1f2d3d rgba(0, 0, 0, 0.5)',
    'ASIA-PACIFIC-REGION-SALES',
    'SKU-2024-0001-BLK-XL',
    '1+1=2, a@b, me@localhost',
    '密码错误，请重试',
    '第13号订单共1380元',
    '/docs/getting-started/how-to-reset-your-password-in-three-steps',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

test('what is redacted once is not redacted further', () => {
  for (const [text] of secrets) expect(redact(redact(text))).toBe(redact(text));
});

test('what stays is as it was, to the letter', () => {
  const text = 'Könnte „Ärger“ 😀\r\n\tgeben\u{200b}';
  expect(redact(text)).toBe(text);
});

test.each([
  ['a', 'a'],
  ['digits', '1'],
  ['digits with blanks', '1 '],
  ['4 4 4', '4'.repeat(4).concat(' ')],
  ['dots', 'a.'],
  ['signs of e-mail', 'a@'],
  ['beginnings of tokens', 'eyJ-'],
  ['beginnings of keys', '-----BEGIN A'],
  ['names', 'password'],
  ['names that end', 'password: '],
  ['quotes', 'token="'],
  ['cookies', 'cookie:a'],
  ['schemes', 'a://'],
  ['Bearer', 'Bearer '],
  ['Chinese', '密码是'],
  ['letters of others', '用户@例'],
  ['hexadecimal', 'abc-'],
  ['base64', 'aB3/'],
  ['plus', '+1'],
])('a long text of %s takes time in line with its length', (_, part) => {
  const timeOf = (length: number) => {
    const text = part.repeat(length / part.length);
    const start = performance.now();
    redact(text);
    return performance.now() - start;
  };
  timeOf(5000);
  // Twenty times as long, where the square would be four hundred: half a second is far off both.
  expect(timeOf(100_000)).toBeLessThan(Math.max(500, timeOf(5000) * 100));
});
