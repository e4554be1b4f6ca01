import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AnnotationDocument, Text } from '../../model/document.ts';
import { PAINT } from '../../model/document.ts';
import { fitText } from '../../model/text.ts';
import { LINE_HEIGHT } from '../../paint/layout.ts';
import { fontOf, measureText } from '../../paint/measure.ts';
import '../../paint/text.ts';
import { useSheet } from '../use-sheet.ts';
import css from './text-field.css?inline';

interface TextFieldProps {
  readonly shape: Text;
  readonly document: AnnotationDocument;
  readonly label: string;
  readonly onText: (text: string) => void;
  /** @param leave whether the focus has gone elsewhere already */
  readonly onEnd: (leave: boolean) => void;
  /** Called when the field has grown or the room has shrunk. */
  readonly onMoved: (shape: Text) => void;
}

/** A text under the pen: a field in the picture's own pixels, font and place, so nothing jumps when it is done. */
export function TextField({ shape, document, label, onText, onEnd, onMoved }: TextFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  // Before the effect that measures the field.
  useSheet(field, css);
  const fitted = fitText(shape, document, measureText);
  const box = fitted.kind === 'text' ? fitted : shape;
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(shape.text.length, shape.text.length);
    return field.current ? keepAboveKeyboard(field.current) : undefined;
  }, []);
  useLayoutEffect(() => onMoved(box), [box.x, box.y, box.width, box.height]);

  function onKeyDown(event: KeyboardEvent) {
    // Letters typed here are nobody's shortcuts, and the Escape that ends the text does not close a dialog around it.
    event.stopPropagation();
    // A key that ends a word of an input method ends no text. Safari reports that one with code 229 alone.
    if (event.isComposing || event.keyCode === 229) return;
    const ends = event.key === 'Enter' && !event.shiftKey && !matchMedia('(pointer: coarse)').matches;
    if (event.key !== 'Escape' && event.key !== 'Tab' && !ends) return;
    event.preventDefault();
    onEnd(false);
  }

  return (
    <textarea
      ref={field}
      class="hb-annotate-field"
      aria-label={label}
      dir="auto"
      spellcheck={false}
      value={shape.text}
      style={{
        left: `${box.x}px`,
        top: `${box.y}px`,
        width: `${box.width + box.size / 4}px`,
        height: `${box.height}px`,
        font: fontOf(box.size),
        lineHeight: LINE_HEIGHT,
        color: PAINT[box.colour],
      }}
      onInput={(event) => onText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.stopPropagation()}
      // Another window in front is no end: the field has the focus again afterwards.
      onBlur={() => globalThis.document.hasFocus() && onEnd(true)}
    />
  );
}

/** Makes the editor end where the on-screen keyboard begins, until the returned function is called. */
function keepAboveKeyboard(field: HTMLElement): () => void {
  const editor = field.closest<HTMLElement>('.hb-annotate');
  const viewport = visualViewport;
  if (!editor || !viewport) return () => {};
  const fit = () => {
    const covered = innerHeight - viewport.offsetTop - viewport.height;
    // A page zoomed in with two fingers shows less without any keyboard.
    editor.style.paddingBlockEnd = viewport.scale === 1 && covered > 0 ? `${covered}px` : '';
  };
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
  return () => {
    viewport.removeEventListener('resize', fit);
    viewport.removeEventListener('scroll', fit);
    editor.style.paddingBlockEnd = '';
  };
}
