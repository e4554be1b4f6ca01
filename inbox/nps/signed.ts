/** A score with its sign, with a real minus. */
export function signed(locale: string, score: number): string {
  return new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(score);
}
