import { later } from '../later.ts';
import type { Text } from '../model/document.ts';
import { PAINT } from '../model/document.ts';
import { cleanText, fitText } from '../model/text.ts';
import { LINE_HEIGHT, layoutText } from './layout.ts';
import type { Mark } from './marks.ts';
import { RIM } from './marks.ts';
import type { Measure } from './width.ts';

const DARK_RIM = '#1b1f23d9';

function textMarks({ x, y, width, text, size, colour }: Text, measure: Measure): Mark[] {
  return layoutText(text, size, width, measure).lines.map((each, index) => ({
    kind: 'text',
    text: each.text,
    x: each.rtl ? x + width : x,
    y: y + size * (LINE_HEIGHT * (index + 0.5) + 0.36),
    size,
    fill: PAINT[colour],
    // Yellow is light itself.
    stroke: colour === 'yellow' ? DARK_RIM : RIM,
    width: size * 0.16,
    centred: false,
    rtl: each.rtl,
  }));
}

later.text = { cleanText, fitText, textMarks };
