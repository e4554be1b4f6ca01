// A language that nobody speaks: every text of the widget in Hebrew letters and a third longer, so that what is
// left in English, cut off or laid out the wrong way can be seen.
import type { Phrase } from '../../../../shared/i18n/translate.ts';

const letters = 'אבגדהוזחטיכלמנסעפצקרשתםןףץ';

/** A text in its letters, as long as it was; addresses stay what they are. */
export const spoken = (text: string): string =>
  text.replace(/https?:\S+|\.\w{3,4}$|[a-z]/gi, (found) =>
    found.length > 1 ? found : letters.charAt(found.toLowerCase().charCodeAt(0) - 97),
  );

/** Slots stay what they are. */
function reworded(text: string): string {
  const same = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : spoken(part)))
    .join('');
  const words = text.replace(/\{\w+\}/g, '').split(' ');
  const more = words
    .slice(0, Math.ceil(words.length / 3))
    .map((word) => spoken(word.replace(/[^a-z]/gi, '')));
  return [same, ...more.filter(Boolean)].join(' ');
}

/** The same phrase in that language, with its plural forms. */
export function pseudo(phrase: Phrase): Phrase {
  if (typeof phrase === 'string') return reworded(phrase);
  const forms = Object.entries(phrase).map(([form, text]) => [form, reworded(text)] as const);
  return { ...Object.fromEntries(forms), other: reworded(phrase.other) };
}
