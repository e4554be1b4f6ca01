import type { Resource, Resources } from '../resources/resources.ts';

/** Resources that declarations ask for, each as one variable of the picture: said often, it stands there once. */
export class ResourceVariables {
  readonly #resources: Resources;
  readonly #known = new Map<string, { readonly name: string; readonly resource: Resource }>();

  constructor(resources: Resources) {
    this.#resources = resources;
  }

  /** What stands in a declaration for the resource of an absolute address. */
  refer(url: string): string {
    const known = this.#known.get(url) ?? {
      name: `--hb-${this.#known.size}`,
      resource: this.#resources.fetch(url),
    };
    this.#known.set(url, known);
    return `var(${known.name})`;
  }

  /** The variables' own declarations, once the resources are there. */
  declarations(): string {
    return [...this.#known.values()]
      .map(({ name, resource }) => `${name}:url("${resource.dataUrl}");`)
      .join('');
  }
}
