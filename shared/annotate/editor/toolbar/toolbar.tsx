import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useId } from '../../../ui/use-id.ts';
import type { Colour } from '../../model/document.ts';
import { COLOURS, PAINT } from '../../model/document.ts';
import type { AnnotateStrings } from '../../strings.ts';
import type { Action } from '../input/actions.ts';
import { keysOf } from '../input/actions.ts';
import type { Level, Tool } from '../tools.ts';
import { LEVELS, TOOLS } from '../tools.ts';
import { ariaKeys, keyCaps } from './caps.ts';
import { Dot, Icon } from './icons.tsx';

interface ToolbarProps {
  readonly strings: AnnotateStrings;
  readonly tool: Tool;
  readonly colour: Colour;
  readonly level: Level;
  /** CSS pixels of the screen per CSS pixel of the pictured page. */
  readonly zoom: number;
  /** Whether an action would do something now. */
  readonly can: (action: Action) => boolean;
  /** @param pointed whether it was pressed with a pointer and the focus belongs to the picture */
  readonly onAction: (action: Action, pointed: boolean) => void;
}

const DOTS: Record<Level, number> = { small: 2.5, medium: 4.5, large: 7 };

/**
 * One stop for Tab; arrow keys, Home and End walk its buttons. Where it is narrow, everything but the tools and
 * undo waits in a panel that one button opens.
 */
export function Toolbar({ strings, tool, colour, level, zoom, can, onAction }: ToolbarProps) {
  const root = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string>('select');
  const [open, setOpen] = useState(false);
  const panelId = useId();
  // A tool taken by its key may be out of sight in the row that scrolls.
  useLayoutEffect(() => {
    root.current
      ?.querySelector(`[data-name="${tool}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tool]);
  // Escape closes the panel before it means the marks or a dialog around, wherever in the editor the focus is.
  useLayoutEffect(() => {
    const editor = root.current?.parentElement;
    if (!open || !editor) return;
    const shut = () => {
      setOpen(false);
      setCurrent('more');
    };
    const inHelp = (target: EventTarget | null) =>
      target instanceof Element && target.closest('.hb-annotate-help') !== null;
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || inHelp(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      shut();
      focusOn('more');
    };
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target) && !inHelp(target)) shut();
    };
    editor.addEventListener('keydown', onEscape, true);
    editor.addEventListener('pointerdown', onPress, true);
    return () => {
      editor.removeEventListener('keydown', onEscape, true);
      editor.removeEventListener('pointerdown', onPress, true);
    };
  }, [open]);

  const focusOn = (name: string) =>
    root.current?.querySelector<HTMLButtonElement>(`[data-name="${name}"]`)?.focus();

  // With the focus: Escape must find its way back to what was opened by a pointer, too.
  const openPanel = () => {
    setOpen(!open);
    focusOn('more');
  };

  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(root.current?.querySelectorAll('button') ?? [])].filter(
      (button) => button.getClientRects().length,
    );
    const at = buttons.findIndex((button) => button.dataset.name === current);
    const forward = root.current && getComputedStyle(root.current).direction === 'rtl' ? -1 : 1;
    const target = {
      ArrowRight: at + forward,
      ArrowLeft: at - forward,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    buttons.at(target % buttons.length)?.focus();
  }

  const button = (
    name: string,
    label: string,
    content: ComponentChildren,
    onPress: (pointed: boolean) => void,
    more: object = {},
  ) => (
    <button
      key={name}
      type="button"
      class="hb-annotate-button"
      data-name={name}
      title={label}
      aria-label={label}
      tabIndex={name === current ? 0 : -1}
      onFocus={() => setCurrent(name)}
      onClick={(event) => onPress(event.detail > 0)}
      {...more}
    >
      {content}
    </button>
  );
  // Not `disabled`: the focus would be lost when the last step is undone, and a press says why nothing happens.
  const act = (action: Action, content: ComponentChildren, more: object = {}, label = strings[action]) => {
    const keys = keysOf(action);
    return button(action, label, content, (pointed) => onAction(action, pointed), {
      'aria-disabled': !can(action),
      ...(keys[0] && { title: `${label} (${keyCaps(keys[0])})`, 'aria-keyshortcuts': ariaKeys(keys) }),
      ...more,
    });
  };
  const percent = `${Math.round(zoom * 100)}%`;
  const removing = tool === 'crop' ? 'uncrop' : 'remove';

  return (
    <div
      ref={root}
      class="hb-annotate-toolbar"
      role="toolbar"
      aria-label={strings.toolbar}
      onKeyDown={onKeyDown}
      // A press leaves the focus, and with it the keys, to the picture.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Group name="tools" label={strings.tools}>
        {TOOLS.map((name) => act(name, <Icon name={name} />, { 'aria-pressed': name === tool }))}
      </Group>
      <Group name="history">
        {act('undo', <Icon name="undo" />)}
        {act('redo', <Icon name="redo" />)}
      </Group>
      {button('more', strings.more, <Dot radius={8} fill={PAINT[colour]} />, openPanel, {
        'aria-expanded': open,
        'aria-controls': panelId,
      })}
      <div id={panelId} class="hb-annotate-panel" data-open={open || undefined}>
        <Group label={strings.colours}>
          {COLOURS.map((name) =>
            act(name, <Dot radius={7} fill={PAINT[name]} />, { 'aria-pressed': name === colour }),
          )}
        </Group>
        <Group label={strings.levels}>
          {LEVELS.map((name) => act(name, <Dot radius={DOTS[name]} />, { 'aria-pressed': name === level }))}
        </Group>
        <Group label={strings.arrange}>
          {act('duplicate', <Icon name="duplicate" />)}
          {act('front', <Icon name="front" />)}
          {act('back', <Icon name="back" />)}
          {act('remove', <Icon name={removing} />, {}, strings[removing])}
        </Group>
        <Group label={strings.zoom}>
          {act('zoomOut', <Icon name="zoomOut" />)}
          {act('fit', <span class="hb-annotate-percent">{percent}</span>, {}, `${percent} – ${strings.fit}`)}
          {act('zoomIn', <Icon name="zoomIn" />)}
          {act('help', <Icon name="help" />)}
        </Group>
      </div>
    </div>
  );
}

function Group(props: { name?: string; label?: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this groups buttons of a toolbar
    <div class="hb-annotate-group" role="group" aria-label={props.label} data-group={props.name}>
      {props.children}
    </div>
  );
}
