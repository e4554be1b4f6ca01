/** Declarations that hold an element, or one of its pseudo-elements, where its animations stand now. */
export interface Frozen {
  readonly element: Element;
  /** `::before` and the like; null for the element itself. */
  readonly pseudo: string | null;
  readonly declarations: string;
}

/** Where every running, paused or lasting animation and transition of a document stands. */
export function frozen(doc: Document): Frozen[] {
  const held = new Map<Element, Map<string | null, Set<string>>>();
  for (const animation of doc.getAnimations?.() ?? []) {
    const effect = animation.effect;
    if (!effect || !isKeyframes(effect) || !effect.target) continue;
    const pseudos = held.get(effect.target) ?? new Map<string | null, Set<string>>();
    held.set(effect.target, pseudos);
    const names = pseudos.get(effect.pseudoElement) ?? new Set<string>();
    pseudos.set(effect.pseudoElement, names);
    for (const name of animated(effect, animation)) names.add(name);
  }
  return [...held].flatMap(([element, pseudos]) =>
    [...pseudos].map(([pseudo, names]) => {
      const style = getComputedStyle(element, pseudo);
      const declarations = [...names]
        .map((name) => [name, style.getPropertyValue(name)] as const)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${name}:${value}!important;`)
        .join('');
      return { element, pseudo, declarations };
    }),
  );
}

const isKeyframes = (effect: AnimationEffect): effect is KeyframeEffect => 'getKeyframes' in effect;

/** CSS names of what an effect changes. */
function animated(effect: KeyframeEffect, animation: Animation): string[] {
  const names = new Set<string>();
  if ('transitionProperty' in animation) names.add(String(animation.transitionProperty));
  for (const frame of effect.getKeyframes())
    for (const name of Object.keys(frame)) if (!NOT_PROPERTIES.has(name)) names.add(cssName(name));
  return [...names];
}

const NOT_PROPERTIES = new Set(['offset', 'computedOffset', 'easing', 'composite']);

function cssName(name: string): string {
  if (name.startsWith('--')) return name;
  if (name === 'cssFloat' || name === 'cssOffset') return name.slice(3).toLowerCase();
  return name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`).replace(/^(webkit|moz)-/, '-$1-');
}
