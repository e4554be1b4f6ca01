/** Runs of digits with single blanks or hyphens between them. */
const runs = /\d(?:[ -]?\d){12,}/g;
/** How the digits of a card are set: all together, in fours, or as Amex and Diners do. */
const shapes =
  /^(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5}|\d{6}([ -])\d{13})$/;
/** Beginnings and lengths that networks give: Visa, Mastercard, Amex, Diners, Discover, JCB, UnionPay, Maestro, Mir. */
const networks =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|3(?:0[0-59]|[689]\d)\d{11,16}|(?:6\d|5[06-8]|35|81)\d{14,17})$/;

/** A text without the numbers of payment cards: known beginnings whose check digit is right (Luhn). */
export function redactCards(text: string): string {
  return text.replace(runs, (run) => {
    const parts = run.split(/([ -])/);
    let clean = '';
    for (let from = 0; from < parts.length; ) {
      const end = cardFrom(parts, from);
      clean += end ? '[card]' : (parts[from] ?? '');
      from = end || from + 1;
    }
    return clean;
  });
}

/** Where a card that begins with the part `from` ends; 0 if none does. Parts are digits and, between them, a separator. */
function cardFrom(parts: readonly string[], from: number): number {
  for (let groups = 5; groups > 0; groups -= 1) {
    const end = from + groups * 2 - 1;
    const written = end <= parts.length ? parts.slice(from, end).join('') : '';
    if (shapes.test(written) && isCard(written.replace(/[ -]/g, ''))) return end;
  }
  return 0;
}

const isCard = (digits: string): boolean =>
  networks.test(digits) && luhn(digits) && !/^(\d)\1+$/.test(digits);

/** Whether the last digit is the check digit of the others (ISO/IEC 7812-1, annex B). */
function luhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    sum += place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
