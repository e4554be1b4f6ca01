/** What a control shows now, as markup: attributes that stand for its state. */
export function stateAttributes(element: Element): Record<string, string | null> {
  switch (element.localName) {
    case 'input': {
      const input = element as HTMLInputElement;
      if (input.type === 'checkbox' || input.type === 'radio') return { checked: input.checked ? '' : null };
      if (/^(?:file|image|button|submit|reset|hidden)$/.test(input.type)) return {};
      return { value: input.value };
    }
    case 'option':
      return { selected: (element as HTMLOptionElement).selected ? '' : null };
    default:
      return {};
  }
}

/** The text of a control that is not among its child nodes; null where the child nodes tell it. */
export function stateText(element: Element): string | null {
  return element.localName === 'textarea' ? (element as HTMLTextAreaElement).value : null;
}
