import { fileURLToPath } from 'node:url';
import { bundle } from '../bundle.ts';
import { installPeers, peersFolder } from '../peers.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export const engineNames = [
  'ours',
  'html2canvas',
  'html2canvas-pro',
  'modern-screenshot',
  'html-to-image',
] as const;
export type EngineName = (typeof engineNames)[number];

/** The viewport as html2canvas takes it; the fork has the same options. */
const html2canvas = (name: string) => `
  import html2canvas from '${name}';
  const take = async () => ({ source: '${name}', bitmap: await html2canvas(document.documentElement, {
    x: scrollX, y: scrollY, width: innerWidth, height: innerHeight, windowWidth: innerWidth,
    windowHeight: innerHeight, scale: devicePixelRatio, useCORS: true, logging: false,
  }) });`;

/** Each engine as a function `take`, which takes the viewport at the screen's own resolution. */
const code: Record<EngineName, string> = {
  ours: `
    import { captureViewport } from './shared/capture/capture.ts';
    async function take() {
      const outcome = await captureViewport();
      if (!outcome.ok) throw new Error(outcome.error.code + ': ' + outcome.error.detail);
      return outcome.value;
    }`,
  html2canvas: html2canvas('html2canvas'),
  'html2canvas-pro': html2canvas('html2canvas-pro'),
  'modern-screenshot': `
    import { domToCanvas } from 'modern-screenshot';
    const take = async () => ({ source: 'modern-screenshot', bitmap: await domToCanvas(document.documentElement, {
      width: innerWidth, height: innerHeight, scale: devicePixelRatio, backgroundColor: '#ffffff',
    }) });`,
  'html-to-image': `
    import { toCanvas } from 'html-to-image';
    const take = async () => ({ source: 'html-to-image', bitmap: await toCanvas(document.documentElement, {
      width: innerWidth, height: innerHeight, pixelRatio: devicePixelRatio, backgroundColor: '#ffffff',
    }) });`,
};

/** A built engine: its files by name, and which of them to import. */
export type BuiltEngine = {
  readonly name: EngineName;
  readonly entry: string;
  readonly files: Map<string, string>;
};

/** Bundles an engine as Vite ships it: minified, what it imports dynamically in files of their own. */
export async function buildEngine(name: EngineName): Promise<BuiltEngine> {
  if (name !== 'ours') installPeers();
  const ours = name === 'ours';
  const inPage = ours ? './tests/bench/capture/in-page.ts' : '../capture/in-page.ts';
  const chunks = await bundle(
    `import { measuring } from '${inPage}'; ${code[name]}; export { take }; export const measure = measuring(take);`,
    ours ? root : peersFolder,
  );
  const entry = [...chunks.values()].find((chunk) => chunk.isEntry)?.fileName;
  if (entry === undefined) throw new Error(`The bundle of ${name} has no entry.`);
  return { name, entry, files: new Map([...chunks].map(([file, chunk]) => [file, chunk.code])) };
}
