import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Colour } from '../model/document.ts';
import { COLOURS, PAINT } from '../model/document.ts';
import type { AnnotateStrings } from '../strings.ts';
import type { IconName } from './icons.tsx';
import { Icon, ThicknessIcon } from './icons.tsx';
import type { Thickness, Tool } from './tools.ts';
import { THICKNESSES, TOOL_KEYS, TOOLS } from './tools.ts';

interface ToolbarProps {
  strings: AnnotateStrings;
  tool: Tool;
  colour: Colour;
  thickness: Thickness;
  /** False where neither the tool nor the selected shape has a line. */
  hasLine: boolean;
  canUndo: boolean;
  canRedo: boolean;
  canRemove: boolean;
  onTool: (tool: Tool) => void;
  onColour: (colour: Colour) => void;
  onThickness: (thickness: Thickness) => void;
  onUndo: () => void;
  onRedo: () => void;
  onRemove: () => void;
}

/** One stop for Tab; arrow keys, Home and End walk its buttons. */
export function Toolbar(props: ToolbarProps) {
  const { strings } = props;
  const root = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState('select');

  function walk(event: KeyboardEvent) {
    const buttons = [...(root.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.dataset.name === current);
    const forward = getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? -1 : 1;
    const target = {
      ArrowRight: at + forward,
      ArrowLeft: at - forward,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    buttons.at(target % buttons.length)?.focus();
  }

  const button = (
    name: string,
    label: string,
    content: ComponentChildren,
    action: () => void,
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
      onClick={action}
      {...more}
    >
      {content}
    </button>
  );
  const act = (
    name: IconName & ('undo' | 'redo' | 'remove'),
    enabled: boolean,
    keys: string,
    action: () => void,
  ) =>
    // Not `disabled`: the focus would be lost when the last step is undone, and a press says why nothing happens.
    button(name, strings[name], <Icon name={name} />, action, {
      'aria-disabled': !enabled,
      'aria-keyshortcuts': keys,
    });

  return (
    <div ref={root} class="hb-annotate-toolbar" role="toolbar" aria-label={strings.toolbar} onKeyDown={walk}>
      <Group label={strings.tools}>
        {TOOLS.map((tool) =>
          button(tool, strings[tool], <Icon name={tool} />, () => props.onTool(tool), {
            title: `${strings[tool]} (${TOOL_KEYS[tool].toUpperCase()})`,
            'aria-pressed': tool === props.tool,
            'aria-keyshortcuts': TOOL_KEYS[tool],
          }),
        )}
      </Group>
      <Group label={strings.colours}>
        {COLOURS.map((colour) =>
          button(
            colour,
            strings[colour],
            <Swatch colour={colour} />,
            () => props.hasLine && props.onColour(colour),
            {
              'aria-pressed': colour === props.colour,
              'aria-disabled': !props.hasLine,
            },
          ),
        )}
      </Group>
      <Group label={strings.thicknesses}>
        {THICKNESSES.map((of) =>
          button(of, strings[of], <ThicknessIcon of={of} />, () => props.hasLine && props.onThickness(of), {
            'aria-pressed': of === props.thickness,
            'aria-disabled': !props.hasLine,
          }),
        )}
      </Group>
      <Group>
        {act('undo', props.canUndo, 'Control+Z Meta+Z', props.onUndo)}
        {act('redo', props.canRedo, 'Control+Shift+Z Meta+Shift+Z Control+Y', props.onRedo)}
        {act('remove', props.canRemove, 'Delete', props.onRemove)}
      </Group>
    </div>
  );
}

function Group({ label, children }: { label?: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this groups buttons of a toolbar
    <div class="hb-annotate-group" role="group" aria-label={label}>
      {children}
    </div>
  );
}

function Swatch({ colour }: { colour: Colour }) {
  return (
    <svg class="hb-annotate-icon" viewBox="0 0 24 24" aria-hidden="true">
      <circle class="hb-annotate-swatch" cx="12" cy="12" r="7.5" fill={PAINT[colour]} />
    </svg>
  );
}
