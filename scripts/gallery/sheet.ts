// One page with all pictures of a gallery.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shot } from './picture.ts';

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const css = `
  body { margin: 24px; font: 14px/1.4 system-ui, sans-serif; color: #222; background: #f4f4f2; }
  h2 { margin: 24px 0 8px; font-size: 15px; }
  div { display: flex; flex-wrap: wrap; gap: 12px; align-items: start; }
  figure { margin: 0; }
  figcaption { color: #666; font-size: 12px; }
  img { display: block; block-size: 400px; border: 1px solid #ccc; }`;

/** Writes index.html beside the pictures. @returns its path */
export async function writeSheet(folder: string, shots: readonly Shot[]): Promise<string> {
  const states = Map.groupBy(shots, ({ state }) => state);
  const sections = [...states].map(([state, all]) => {
    const figures = all.map(
      ({ file, language, width, theme }) =>
        `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${language}, ${width}, ${theme}</figcaption></figure>`,
    );
    return `<h2>${escaped(state)}</h2>\n<div>${figures.join('\n')}</div>`;
  });
  const path = join(folder, 'index.html');
  await writeFile(
    path,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every view of the widget</title><style>${css}</style>
<h1>Every view of the widget</h1>
${sections.join('\n')}</html>\n`,
  );
  return path;
}
