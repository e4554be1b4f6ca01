/** Names whose value is secret whatever it looks like. They may be the end of a longer name (`dbPassword`). */
const secrets =
  'pass(?:word|wd|phrase|code)|pwd|secret|credentials?|(?:api|access|secret|private|encryption|signing)[-_ ]?key(?:[-_]?id)?|密码|口令|密钥|私钥';
/** Names of what programs also speak about in prose ("Unexpected token: string"). */
const tokens =
  'token|jwt|signature|session(?:[-_]?id)?|csrf|xsrf|(?<![a-z])(?:otp|sid|sig|auth|authorization)|令牌|验证码|校验码';

/** From a name to its value: in JSON, in JSON within a text, in headers, in addresses, in a sentence. */
const becomes = String.raw`(?:[-_]?(?:hash|value))?\\{0,3}["'\x60]?\s{0,3}(?:[=:：是为]|%3D|=>)\s{0,3}`;
/** Up to the same quote again; without one, up to what cannot be in a value. Another name is none. */
const value = String.raw`(?:(\\{0,3}(["'\x60]))(?:(?!\3).)+|(?![\w.-]{0,40}(?:${secrets}|${tokens})${becomes})[^\s"'\x60&,;，。；、「」()}<>|\p{Script=Han}]+)`;

const patternOf = (names: string) => new RegExp(`((?:${names})${becomes})${value}`, 'giu');
const named = patternOf(secrets);
const maybeNamed = patternOf(tokens);
const authorization =
  /(?<![a-z])((?:proxy-)?authorization\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["']?)[a-z][\w-]{1,30} [^\s"',;，。；、「」()}<>|]{8,}/gi;
const cookies = /(?<![a-z])((?:set-)?cookies?\\{0,3}["']?\s{0,3}[:=]\s{0,3})[^\s=]{0,200}=[^\n]*/gi;
/** What stands behind a name where no secret does. */
const plain =
  /^(?:null|undefined|true|false|none|empty|required|missing|invalid|expired|string|number|object|boolean|function|is|was|not|must|\[\w+\])\]?$/i;

/** A text without what is called a secret in it: `password=…`, `"apiKey": "…"`, `Cookie: …`, `密码：…`. */
export function redactNamed(text: string): string {
  return text
    .replace(cookies, '$1[secret]')
    .replace(authorization, '$1[secret]')
    .replace(named, (found: string, name: string, quote = '') => {
      const given = found.slice(name.length + quote.length);
      return plain.test(given) ? found : `${name}${quote}[secret]`;
    })
    .replace(maybeNamed, (found: string, name: string, quote = '') => {
      const given = found.slice(name.length + quote.length);
      const inProse = /[:：是为]\s*$/.test(name) && !quote && !/\d/.test(given) && given.length < 12;
      return inProse || plain.test(given) ? found : `${name}${quote}[secret]`;
    });
}

const secretName = new RegExp(`(?:${secrets}|${tokens}|cookie)`, 'iu');

/** Whether a fact of this name is a secret whatever its value. */
export const isSecretName = (name: string): boolean => secretName.test(name);
