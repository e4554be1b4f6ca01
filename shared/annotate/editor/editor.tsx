import { useEffect, useRef, useState } from 'preact/hooks';
import { useId } from '../../ui/use-id.ts';
import type { Command } from '../model/commands.ts';
import type { Colour, Shape } from '../model/document.ts';
import { findShapes, isBlank } from '../model/document.ts';
import { boundsOf } from '../model/geometry/bounds.ts';
import type { History } from '../model/history.ts';
import { perform, redo, undo } from '../model/history.ts';
import { measureText } from '../paint/measure.ts';
import type { AnnotateStrings } from '../strings.ts';
import { fill } from '../strings.ts';
import type { Action } from './input/actions.ts';
import { useClipboard } from './input/clipboard.ts';
import type { Result } from './input/gesture.ts';
import { actionOf } from './input/keys.ts';
import type { Response } from './input/respond.ts';
import { isPossible, respond } from './input/respond.ts';
import { Turns } from './input/turns.ts';
import { fetchHandling, fetchPartsSoon, parts, takesHandling } from './parts.ts';
import type { Help } from './toolbar/help.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';
import type { Level, Tool } from './tools.ts';
import { weight } from './tools.ts';
import { useLive } from './use-live.ts';
import { usePart } from './use-part.ts';
import type { Picture } from './view/picture.tsx';
import { Stage } from './view/stage.tsx';

export interface AnnotationEditorProps {
  /** The picture. The editor draws it and never changes it. */
  image: Picture;
  /** What is on it and what led to that. The parent keeps it, so undo survives closing and opening again. */
  history: History;
  /** Called with every new history, undone and redone ones included. */
  onHistory: (next: History) => void;
  strings: AnnotateStrings;
  /** Image pixels per CSS pixel of the page it shows (`Capture.scale`), so marks look alike on every screen. */
  scale?: number;
  /** The tool in hand at first; the box unless told. */
  tool?: Tool;
}

/** A text being typed. */
interface Typing {
  readonly shape: Extract<Shape, { kind: 'text' }>;
  readonly isNew: boolean;
}

/**
 * Marks up a picture with pointer, touch or keyboard. Fills its parent, which gives it a size. Needs
 * `editor.css` and the tokens in the same document or shadow root. Escape reaches a dialog around it when there is
 * nothing left to let go of.
 */
export function AnnotationEditor(props: AnnotationEditorProps) {
  const { image, strings, scale = 1, tool: firstTool = 'box' } = props;
  const [tool, setTool] = useState<Tool>(firstTool);
  const [colour, setColour] = useState<Colour>('red');
  const [level, setLevel] = useState<Level>('medium');
  const [selectedIds, setSelected] = useState<readonly string[]>([]);
  const [spoken, setSpoken] = useState('');
  const [failed, setFailed] = useState(false);
  const [zoom, setZoom] = useState(1);
  const [helping, setHelping] = useState<{ readonly Help: typeof Help } | null>(null);
  const [typing, setTyping] = useLive<Typing | null>(null);
  // Two keys in a row may come before the parent has rendered what the first one did.
  const history = useRef(props.history);
  history.current = props.history;
  const stage = useRef<Stage>(null);
  const root = useRef<HTMLElement>(null);
  const leaving = useRef(false);
  const pastes = useRef(0);
  const keysId = useId();
  const [turns] = useState(() => new Turns(missing));
  useEffect(fetchPartsSoon, []);

  /** Says, and shows, that a part of the editor could not be fetched. */
  function missing() {
    setFailed(true);
    setSpoken(strings.missing);
  }

  /** Says something in the live region. The sentences are fetched with the first one there is to say. */
  function speak(words: string | ((speech: typeof import('./speech.ts')) => string)) {
    void import('./speech.ts').then(
      (speech) => {
        const text = typeof words === 'string' ? words : words(speech);
        setFailed(false);
        // A live region is silent when its text stays the same; a trailing space makes the same words new.
        setSpoken((before) => (before === text ? `${text}\u00a0` : text));
      },
      () => {},
    );
  }

  const document = history.current.present;
  const shapes = findShapes(document, selectedIds);
  const selected = shapes.map(({ id }) => id);
  const ink = { colour, level, scale };

  const wants = (what: 'pen' | 'text') => tool === what || document.shapes.some(({ kind }) => kind === what);
  usePart(takesHandling(document, tool), fetchHandling, missing);
  usePart(wants('pen'), () => import('../paint/pen.ts'), missing);
  // With the tool, not with the press: a phone shows its keyboard only to what gets the focus during one.
  const typist = usePart(wants('text'), () => import('./view/text-field.tsx'), missing);

  function keep(next: History) {
    if (next === history.current) return;
    history.current = next;
    props.onHistory(next);
  }

  /** Carries a command out and says what came of it. */
  function run(command: Command, merge = false) {
    const before = history.current.present;
    keep(perform(history.current, command, merge, measureText));
    const after = history.current.present;
    speak(({ outcome }) => outcome(command, before, after, strings));
    return after !== before;
  }

  function select(ids: readonly string[], silently = false) {
    leaving.current = false;
    setSelected(ids);
    const { present } = history.current;
    if (!silently) speak(({ saySelected }) => saySelected(ids, present, strings));
    const around = boundsOf(findShapes(present, ids));
    if (around) stage.current?.reveal(around);
  }

  function type(shape: Shape) {
    if (shape.kind !== 'text') return;
    const known = findShapes(history.current.present, [shape.id]).length > 0;
    setTyping({ shape, isNew: !known });
    setSelected(known ? [shape.id] : []);
  }

  /** Keeps what was typed; an empty text vanishes. */
  function endTyping(leave: boolean) {
    const { shape, isNew } = typing.current ?? {};
    if (!shape) return;
    setTyping(null);
    if (!leave) stage.current?.focus();
    // Without the field nothing could be read of what was typed ahead.
    if (!typist || (isNew && isBlank(shape.text))) return;
    run(isNew ? { do: 'add', shapes: [shape] } : { do: 'text', id: shape.id, text: shape.text });
    setSelected([shape.id]);
  }

  function restyle(style: { readonly colour: Colour } | { readonly level: Level }) {
    if ('colour' in style) setColour(style.colour);
    else setLevel(style.level);
    const marked = typing.current
      ? [typing.current.shape]
      : shapes.filter(({ kind }) => kind !== 'redaction');
    const [name] = Object.values(style);
    if (!marked.length) return speak(name ? strings[name] : '');
    // Each kind has thicknesses of its own; those of one kind change in one step, and all steps in one undo.
    marked.forEach((shape, index) => {
      const change = 'colour' in style ? style : weight(shape.kind, { ...style, scale });
      if (typing.current?.shape === shape)
        setTyping({ ...typing.current, shape: { ...typing.current.shape, ...change } });
      run({ do: 'update', ids: [shape.id], style: change }, index > 0);
    });
    speak(({ say }) => say('saidStyled', marked, document, strings, { style: name ? strings[name] : '' }));
  }

  function carryOut(response: Response, repeat = false) {
    if (response.style) return restyle(response.style);
    endTyping(false);
    if (response.tool) {
      setTool(response.tool);
      speak(fill(strings.saidTool, { tool: strings[response.tool] }));
    }
    if (response.command) run(response.command, repeat);
    if (response.selected) select(response.selected, !!response.command || !!response.tool);
    else if (response.command) select(selected, true);
    if (response.text) type(response.text);
    if (response.scroll) stage.current?.pan(response.scroll.dx, response.scroll.dy);
    switch (response.do) {
      case 'undo':
      case 'redo': {
        const { do: way } = response;
        const before = history.current;
        keep(way === 'undo' ? undo(before) : redo(before));
        const done = history.current !== before;
        return speak(({ sayStep }) => sayStep(way, done, strings));
      }
      case 'zoomIn':
      case 'zoomOut':
      case 'fit':
      case 'actual': {
        const way = { zoomIn: 1.25, zoomOut: 0.8, fit: 'fit', actual: 'actual' } as const;
        const percent = Math.round((stage.current?.zoom(way[response.do]) ?? 1) * scale * 100);
        return speak(fill(strings.saidZoom, { percent }));
      }
      case 'pan':
        return stage.current?.hold(true);
      case 'help':
        return void import('./toolbar/help.tsx').then(setHelping, missing);
    }
  }

  const scene = () => ({
    document: history.current.present,
    selected,
    tool,
    firstTool,
    ink,
    seen: stage.current?.seen() ?? { x: 0, y: 0, width: document.width, height: document.height },
    leaving: leaving.current,
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || typeAhead(event)) return;
    const action = actionOf(
      event,
      event.target instanceof Element && event.target.matches('.hb-annotate-stage'),
    );
    if (!action) return;
    const dropped = action === 'release' && (turns.drop() || stage.current?.drop());
    if (!dropped && !act(action, event)) return;
    event.preventDefault();
    // Neither a dialog around the editor nor the page may act on a key that meant the picture.
    event.stopPropagation();
  }

  /** Carries an action out in its turn. @returns whether it is one for the editor now */
  function act(action: Action, press?: KeyboardEvent): boolean {
    const response = respond(action, scene(), press);
    if (response) turns.take(() => current.current(action, press), response.waits);
    return !!response;
  }

  // An action whose turn comes later is answered by what is there then.
  const current = useRef(answer);
  current.current = answer;
  function answer(action: Action, press?: KeyboardEvent) {
    const response = respond(action, scene(), press);
    if (response) carryOut(response, press?.repeat);
    if (action === 'release') leaving.current = !!response?.selected;
  }

  /** What is typed while the field is on its way is not lost. @returns whether the key belonged to the text */
  function typeAhead(event: KeyboardEvent) {
    const text = typing.current;
    if (!text || typist || event.key.length > 1 || event.ctrlKey || event.metaKey) return false;
    setTyping({ ...text, shape: { ...text.shape, text: text.shape.text + event.key } });
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  function onKeyUp(event: KeyboardEvent) {
    if (event.key === ' ') turns.take(() => stage.current?.hold(false));
    if (actionOf(event, true)) event.stopPropagation();
  }

  function finish({ command, selected: ids, text }: Result) {
    const changed = command !== null && run(command);
    if (text) type(text);
    else select(ids, changed || ids.join() === selected.join());
  }

  useClipboard({
    isOurs() {
      const at = root.current?.getRootNode();
      const active = at instanceof Document || at instanceof ShadowRoot ? at.activeElement : null;
      return !typing.current && !helping && !!active && !!root.current?.contains(active);
    },
    copied: () => shapes,
    onCopied(cut) {
      pastes.current = 0;
      if (cut) run({ do: 'remove', ids: selected });
      else speak(({ say }) => say('saidCopied', shapes, document, strings));
    },
    onPasted(pasted) {
      if (!pasted?.length) return speak(strings.saidNothingToPaste);
      turns.take(() => {
        const { present } = history.current;
        const copies = parts.handling?.pastedInto(present, pasted, 16 * scale * ++pastes.current);
        if (copies)
          carryOut({ command: { do: 'add', shapes: copies }, selected: copies.map(({ id }) => id) });
      }, true);
    },
  });

  const [styled] = typing.current
    ? [typing.current.shape]
    : shapes.filter(({ kind }) => kind !== 'redaction');
  const steps = { undo: history.current.past.length, redo: history.current.future.length };
  return (
    <section
      ref={root}
      class="hb-annotate"
      aria-label={strings.editor}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
    >
      <Toolbar
        strings={strings}
        tool={tool}
        colour={styled && 'colour' in styled ? styled.colour : colour}
        level={(styled && parts.handling?.levelOf(styled, scale)) ?? level}
        zoom={zoom * scale}
        can={(action) => isPossible(action, scene(), steps)}
        onAction={(action: Action, pointed) => {
          if (act(action) && pointed && !typing.current && action !== 'help') stage.current?.focus();
        }}
      />
      <Stage
        handle={stage}
        image={image}
        document={document}
        selected={selected}
        tool={tool}
        ink={ink}
        typing={typing.current?.shape ?? null}
        strings={strings}
        keysId={keysId}
        Field={typist?.TextField ?? null}
        turns={turns}
        onGesture={finish}
        onText={(text) =>
          typing.current && setTyping({ ...typing.current, shape: { ...typing.current.shape, text } })
        }
        onTextEnd={endTyping}
        onZoom={setZoom}
      />
      <p id={keysId} class="hb-annotate-unseen">
        {strings.keys}
      </p>
      <p class={`hb-annotate-${failed ? 'missing' : 'unseen'}`} role="status" aria-live="polite">
        {spoken}
      </p>
      {helping && <helping.Help strings={strings} onClose={() => setHelping(null)} />}
    </section>
  );
}
