/** A text with `{name}` slots, or one text a plural category of the language (`other` always stands). */
export type Phrase = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** The shape every language of a catalogue has: the same keys, each a phrase. */
export type Catalogue<Source> = { readonly [Key in keyof Source]: Phrase };

export type Values = Readonly<Record<string, string | number>>;
export type Translate<Source> = (key: keyof Source & string, values?: Values) => string;

/**
 * A function from key to text in `language`, a tag that Intl takes. `{count}` picks the plural form by Intl.PluralRules and is
 * written with the language's digits grouping; other slots are put in as they are.
 *
 *     const t = translator('en', { waiting: { one: '{count} message waits', other: '{count} messages wait' } });
 *     t('waiting', { count: 2 }); // "2 messages wait"
 */
export function translator<Source>(language: string, catalogue: Catalogue<Source>): Translate<Source> {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (key, values = {}) => {
    const phrase: Phrase = catalogue[key];
    const text =
      typeof phrase === 'string' ? phrase : (phrase[plural.select(Number(values.count))] ?? phrase.other);
    return text.replace(/\{(\w+)\}/g, (slot, name: string) => {
      const value = values[name];
      return value === undefined ? slot : typeof value === 'number' ? number.format(value) : value;
    });
  };
}
