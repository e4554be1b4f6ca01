import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Command, Style } from '../model/commands.ts';
import type { AnnotationDocument, Colour } from '../model/document.ts';
import { findShape, MAX_SHAPES } from '../model/document.ts';
import { handles } from '../model/geometry.ts';
import type { History } from '../model/history.ts';
import { perform, redo, startHistory, undo } from '../model/history.ts';
import type { AnnotateStrings } from '../strings.ts';
import { fill } from '../strings.ts';
import type { Result } from './gesture.ts';
import type { KeyAction } from './keys.ts';
import { keyAction } from './keys.ts';
import type { Picture } from './picture.tsx';
import type { Sentence } from './speech.ts';
import { say, shapeName } from './speech.ts';
import { Stage } from './stage.tsx';
import { Toolbar } from './toolbar.tsx';
import type { Thickness, Tool } from './tools.ts';
import { freshId, placed, THICKNESS, THICKNESSES } from './tools.ts';

export interface AnnotationEditorProps {
  /** The picture. The editor draws it and never changes it. */
  image: Picture;
  /** What is on it at first. Another document than one `onChange` gave starts the history afresh. */
  document: AnnotationDocument;
  /** Called with every new document, undone and redone ones included. */
  onChange: (document: AnnotationDocument) => void;
  strings: AnnotateStrings;
  /** Image pixels per CSS pixel of the page it shows (`Capture.scale`), so lines look alike on every screen. */
  scale?: number;
  /** The tool in hand at first; the box unless told. */
  tool?: Tool;
}

/**
 * Marks up a picture with pointer, touch or keyboard. Fills its parent, which gives it a size. Needs
 * `editor.css` and the tokens in the same document or shadow root.
 */
export function AnnotationEditor(props: AnnotationEditorProps) {
  const { image, strings, scale = 1, onChange } = props;
  const [tool, setTool] = useState<Tool>(props.tool ?? 'box');
  const [colour, setColour] = useState<Colour>('red');
  const [thickness, setThickness] = useState<Thickness>('medium');
  const [selectedId, setSelected] = useState<string | null>(null);
  const [spoken, setSpoken] = useState('');
  const [history, setHistory] = useHistory(props.document, onChange);
  const keysId = useId();
  // A live region is silent when its text stays the same; a trailing space makes the same words new.
  const speak = (text: string) => setSpoken((before) => (before === text ? `${text}\u00a0` : text));

  const document = history.present;
  const selected = findShape(document, selectedId);
  const pen = { colour, thickness: THICKNESS[thickness] * scale };
  const line = selected && selected.kind !== 'redaction' ? selected : null;

  /** Carries a command out and says what came of it. */
  function run(command: Command, merge = false): AnnotationDocument {
    const next = perform(history, command, merge);
    setHistory(next);
    speak(outcome(command, document, next.present, strings));
    return next.present;
  }

  function step(next: History, said: string, otherwise: string) {
    setHistory(next);
    speak(next === history ? otherwise : said);
  }

  function choose(next: Tool) {
    setTool(next);
    speak(fill(strings.saidTool, { tool: strings[next] }));
  }

  function select(id: string | null, within = document) {
    setSelected(id);
    const shape = findShape(within, id);
    speak(shape ? say('saidSelected', shape, within, strings) : strings.saidDeselected);
  }

  function restyle(style: Style, name: string) {
    if (!line) return;
    run({ do: 'update', id: line.id, style });
    speak(fill(strings.saidStyled, { shape: shapeName(line, strings), style: name }));
  }

  function remove() {
    if (!selected) return;
    run({ do: 'remove', id: selected.id });
    setSelected(null);
  }

  function finish({ command, selected: id }: Result) {
    const after = command ? run(command) : document;
    if (after === document && id !== selectedId) select(id);
    else setSelected(id);
  }

  function act(action: KeyAction, repeat: boolean) {
    switch (action.do) {
      case 'tool':
        return choose(action.tool);
      case 'undo':
        return step(undo(history), strings.saidUndone, strings.saidNothingToUndo);
      case 'redo':
        return step(redo(history), strings.saidRedone, strings.saidNothingToRedo);
      case 'remove':
        return remove();
      case 'deselect':
        return select(null);
      case 'select':
        return select(action.id);
      case 'place': {
        const shape = placed(tool === 'select' ? 'box' : tool, freshId(document.shapes), document, pen);
        run({ do: 'add', shape });
        return setSelected(shape.id);
      }
      case 'move':
        return selected && void run({ ...action, do: 'move', id: selected.id }, repeat);
      case 'resize': {
        const last = selected && handles(selected).find(({ name }) => name === 'se' || name === 'to');
        if (!selected || !last) return;
        const to = { x: last.at.x + action.dx, y: last.at.y + action.dy };
        return void run({ do: 'resize', id: selected.id, handle: last.name, to }, repeat);
      }
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented) return;
    const onStage = event.target instanceof Element && event.target.matches('.hb-annotate-stage');
    const action = keyAction(event, { document, selected: selected?.id ?? null, onStage });
    if (!action) return;
    event.preventDefault();
    // A dialog around the editor must not close on the Escape that only let go of a shape.
    event.stopPropagation();
    act(action, event.repeat);
  }

  return (
    <section class="hb-annotate" aria-label={strings.editor} onKeyDown={onKeyDown}>
      <Toolbar
        strings={strings}
        tool={tool}
        colour={line?.colour ?? colour}
        thickness={line ? nearest(line.thickness / scale) : thickness}
        hasLine={line !== null || tool !== 'redact'}
        canUndo={history.past.length > 0}
        canRedo={history.future.length > 0}
        canRemove={selected !== null}
        onTool={choose}
        onColour={(next) => {
          setColour(next);
          restyle({ colour: next }, strings[next]);
        }}
        onThickness={(next) => {
          setThickness(next);
          restyle({ thickness: THICKNESS[next] * scale }, strings[next]);
        }}
        onUndo={() => step(undo(history), strings.saidUndone, strings.saidNothingToUndo)}
        onRedo={() => step(redo(history), strings.saidRedone, strings.saidNothingToRedo)}
        onRemove={remove}
      />
      <Stage
        image={image}
        document={document}
        selected={selected?.id ?? null}
        tool={tool}
        pen={pen}
        strings={strings}
        keysId={keysId}
        onGesture={finish}
      />
      <p id={keysId} class="hb-annotate-unseen">
        {strings.keys}
      </p>
      <p class="hb-annotate-unseen" role="status" aria-live="polite">
        {spoken}
      </p>
    </section>
  );
}

/** The history behind a document that the parent owns. */
function useHistory(
  document: AnnotationDocument,
  onChange: (document: AnnotationDocument) => void,
): [History, (next: History) => void] {
  const [history, setHistory] = useState(() => startHistory(document));
  const ours = useRef(new WeakSet([document]));
  useEffect(() => {
    if (ours.current.has(document)) return;
    ours.current.add(document);
    setHistory(startHistory(document));
  }, [document]);
  return [
    history,
    (next) => {
      if (next === history) return;
      ours.current.add(next.present);
      setHistory(next);
      if (next.present !== history.present) onChange(next.present);
    },
  ];
}

const SENTENCES: Partial<Record<Command['do'], Sentence>> = {
  add: 'saidAdded',
  move: 'saidMoved',
  resize: 'saidResized',
  remove: 'saidRemoved',
};

/** What there is to say about a command. */
function outcome(
  command: Command,
  before: AnnotationDocument,
  after: AnnotationDocument,
  strings: AnnotateStrings,
): string {
  const sentence = SENTENCES[command.do];
  if (command.do === 'add' && after === before) return fill(strings.saidFull, { count: MAX_SHAPES });
  const shape =
    command.do === 'add' ? command.shape : (findShape(after, command.id) ?? findShape(before, command.id));
  return shape && sentence ? say(sentence, shape, after, strings) : '';
}

function nearest(width: number): Thickness {
  const off = (name: Thickness) => Math.abs(THICKNESS[name] - width);
  return THICKNESSES.reduce((best, name) => (off(name) < off(best) ? name : best));
}
