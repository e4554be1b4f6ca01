import type { Resource } from '../resources/resources.ts';
import type { CopyContext } from './writer.ts';
import { xmlText } from './xml.ts';

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
      const { data } = element as HTMLObjectElement;
      if ([...element.children].some((child) => child.getClientRects().length > 0)) return null;
      if (/\.(?:svg|png|jpe?g|gif|webp|avif)(?:[?#]|$)/i.test(data))
        return { picture: context.resources.fetch(data), text: '', style: '' };
      return { picture: null, text: '', style: BOX };
    }
    case 'embed':
      return { picture: null, text: '', style: BOX };
    default:
      return null;
  }
}

function documentOf(frame: HTMLIFrameElement): Document | null {
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
