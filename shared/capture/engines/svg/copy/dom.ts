// A form's fields hide its properties by their names: `<input name="childNodes">`. The prototypes' own getters
// are not hidden.
const getter = (prototype: object, name: string) => Object.getOwnPropertyDescriptor(prototype, name)?.get;
const CHILD_NODES = getter(Node.prototype, 'childNodes');
const ATTRIBUTES = getter(Element.prototype, 'attributes');

export const childNodes = (node: Node): Node[] => [...(CHILD_NODES?.call(node) ?? node.childNodes)];

export const attributesOf = (element: Element): NamedNodeMap =>
  ATTRIBUTES?.call(element) ?? element.attributes;

/** What is laid out within an element: its shadow tree's nodes, what is put into a slot, or its own. */
export function laidOutNodes(element: Element): Node[] {
  if (element.shadowRoot) return childNodes(element.shadowRoot);
  const assigned = assignedNodes(element);
  return assigned.length > 0 ? assigned : childNodes(element);
}

export function assignedNodes(element: Element): Node[] {
  return element.localName === 'slot' && 'assignedNodes' in element
    ? (element as HTMLSlotElement).assignedNodes()
    : [];
}
