import { redactCards } from './cards.ts';
import { redactNamed } from './named.ts';
import { redactRandom } from './random.ts';

/**
 * Takes secrets out of texts that programs write: messages of errors, addresses, facts. In their place stands in
 * brackets what they were, so that a reader knows that there was something. Errs towards taking out more. Twice is
 * the same as once. Pure, in time linear in the length of the text: no part of a pattern can match one stretch in two
 * ways, and none looks further than a fixed number of characters before it fails.
 */
export function redact(text: string): string {
  let clean = text;
  for (const [pattern, instead] of credentials) clean = clean.replace(pattern, instead);
  for (const [pattern, instead] of people) clean = clean.replace(pattern, instead);
  return redactRandom(redactNamed(redactCards(clean)));
}

type Rule = readonly [pattern: RegExp, instead: string];

const credentials: readonly Rule[] = [
  // A key as files have it, also one whose end is cut off.
  [/-----BEGIN [A-Z0-9 ]{0,40}-----(?:(?!-----)[\s\S])*(?:-----END [A-Z0-9 ]{0,40}-----)?/g, '[key]'],
  [/(?<![\w-])eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g, '[token]'],
  // Schemes of HTTP's Authorization. In prose ("Bearer authentication failed") no digit or capital follows.
  [/\b(Bearer|Token|ApiKey)[ +]{1,3}(?=[^\s"',;]{0,40}[\d_=.])[\w.~+/=-]{8,}/gi, '$1 [token]'],
  [/\b(Basic|Negotiate)[ +]{1,3}(?=[^\s"',;]{0,40}(?:[\d=/+]|[a-z][A-Z]))[\w+/=-]{8,}/g, '$1 [token]'],
  // Keys that say by their first letters whose they are: Stripe, OpenAI, Anthropic, GitHub, GitLab, npm, Slack,
  // Supabase, Shopify, DigitalOcean, SendGrid, Google, AWS, Alibaba Cloud, Tencent Cloud.
  [/(?:[srp]k_(?:live|test)_|whsec_)\w{8,}/g, '[key]'],
  [/(?<![A-Za-z])sk-(?:[a-z]{2,10}[0-9]{0,2}-)?[\w-]{20,}/g, '[key]'],
  [/(?:gh[pousr]_|github_pat_|glpat-|xox[a-z]-|sb_secret_|sbp_|shp[a-z]{2}_|dop_v1_)[\w-]{12,}/g, '[key]'],
  [/(?:npm_[A-Za-z0-9]{30,}|SG\.[\w-]{16,80}\.[\w-]{16,}|ya29\.[\w-]{20,}|AIza[\w-]{30,})/g, '[key]'],
  [/(?:(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}|LTAI[A-Za-z0-9]{12,24}|AKID[A-Za-z0-9]{28,36})/g, '[key]'],
  // Name and password before the host of an address.
  [/([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#@"'<>]{1,200}@/gi, '$1[secret]@'],
];

const people: readonly Rule[] = [
  // Not the pictures for finer screens (logo@2x.png), not versions (preact@11.0.0).
  [
    /[\w.%+'-]{1,64}(?:@|%40)(?!\d(?:\.\d)?x\.)(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![a-z0-9])/gi,
    '[email]',
  ],
  // In letters of any language.
  [/[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?![\p{ASCII}]{2})\p{L}{2,24}/gu, '[email]'],
  // Number of a Chinese identity card: region, day of birth, order, check character.
  [
    /(?<!\d)[1-9]\d{5}[ -]?(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?![\dA-Za-z])/g,
    '[id]',
  ],
  // Chinese mobile numbers, with or without the country.
  [/(?<!\d|\d\.)(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g, '[phone]'],
  // Numbers with a country in front.
  [/(?<![\w+])\+[1-9](?:[ ()-]{0,2}\d){8,14}(?!\d)/g, '[phone]'],
];
