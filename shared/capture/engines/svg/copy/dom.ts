// A form's fields hide its properties by their names: `<input name="childNodes">`. The prototypes' own getters
// are not hidden.
const getter = (prototype: object, name: string) => Object.getOwnPropertyDescriptor(prototype, name)?.get;
const CHILD_NODES = getter(Node.prototype, 'childNodes');
const ATTRIBUTES = getter(Element.prototype, 'attributes');

export const childNodes = (node: Node): Node[] => [...(CHILD_NODES?.call(node) ?? node.childNodes)];

export const attributesOf = (element: Element): NamedNodeMap =>
  ATTRIBUTES?.call(element) ?? element.attributes;
