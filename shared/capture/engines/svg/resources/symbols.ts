import type { Resource, Resources } from './resources.ts';

/** Parts of other SVG files that a page shows by `<use href="icons.svg#star">`: a picture can refer to itself only. */
export class Symbols {
  readonly #resources: Resources;
  readonly #wanted = new Map<string, { file: Resource; part: string; id: string }>();

  constructor(resources: Resources) {
    this.#resources = resources;
  }

  /** The reference within the picture that stands for one into another file, given as an absolute address. */
  refer(url: string): string {
    const { hash, href } = new URL(url);
    const known = this.#wanted.get(href) ?? {
      file: this.#resources.fetch(href),
      part: decodeURIComponent(hash.slice(1)),
      id: `hb-part-${this.#wanted.size}`,
    };
    this.#wanted.set(href, known);
    return `#${known.id}`;
  }

  /** The parts as markup, once the files are there. */
  markup(): string {
    let markup = '';
    for (const { file, part, id } of this.#wanted.values()) {
      const element = parse(file.dataUrl)?.getElementById(part);
      if (!element) continue;
      element.id = id;
      markup += new XMLSerializer().serializeToString(element);
    }
    return markup && `<defs>${markup}</defs>`;
  }
}

function parse(dataUrl: string): Document | null {
  const [head = '', body = ''] = dataUrl.split(/,(.*)/s);
  if (!head.endsWith(';base64')) return null;
  const bytes = Uint8Array.from(atob(body), (sign) => sign.charCodeAt(0));
  return new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'image/svg+xml');
}
