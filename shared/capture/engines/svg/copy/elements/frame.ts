import type { Resource } from '../../resources/resources.ts';
import type { CopyContext } from '../context.ts';
import { xmlText } from '../xml.ts';

/** What stands for another document, or for a plug-in's content, in the copy. */
export interface FrameStandIn {
  readonly picture: Resource | null;
  readonly text: string | null;
  readonly style: string;
}

const BOX =
  'display:inline-block!important;overflow:hidden!important;background:#eef0f3!important;color:#57606a!important;font:13px/1.4 sans-serif!important;text-align:center!important;';

/** A picture of a frame whose document may be read; a plain box with the host's name for any other. */
export function frameStandIn(element: Element, context: CopyContext): FrameStandIn | null {
  switch (element.localName) {
    case 'iframe':
    case 'frame': {
      const frame = element as HTMLIFrameElement;
      const inner = documentOf(frame);
      if (!inner) return { picture: null, text: xmlText(hostOf(frame.src)), style: BOX };
      return { picture: context.resources.make(() => context.frame(inner)), text: '', style: '' };
    }
    case 'object': {
      const object = element as HTMLObjectElement;
      if ([...element.children].some((child) => child.getClientRects().length > 0)) return null;
      return plugIn(object.data, documentOf(object), context);
    }
    case 'embed': {
      const embed = element as HTMLEmbedElement;
      return plugIn(embed.src, embed.getSVGDocument(), context);
    }
    default:
      return null;
  }
}

/** A picture shown by `object` or `embed`; of what else they show there is a plain box. */
function plugIn(address: string, inner: Document | null, { resources }: CopyContext): FrameStandIn {
  if (!PICTURE.test(address)) return { picture: null, text: '', style: BOX };
  const root = inner?.documentElement;
  // An SVG document is scaled to the box by its viewBox alone.
  const fit = root?.localName !== 'svg' ? 'fill' : root.hasAttribute('viewBox') ? 'contain' : 'none';
  return {
    picture: resources.fetch(address),
    text: '',
    style: `object-fit:${fit}!important;${fit === 'none' ? 'object-position:0 0!important;' : ''}`,
  };
}

const PICTURE = /\.(?:svg|png|jpe?g|gif|webp|avif)(?:[?#]|$)/i;

function documentOf(frame: HTMLIFrameElement | HTMLObjectElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return '';
  }
}
