import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { History } from '../../shared/annotate/model/history.ts';
import type { Core } from '../loader/core.ts';
import type { EditorRequest } from '../picture/editor-request.ts';
import type { Place } from './place.ts';

/** A way back, and what it is called. */
export interface WayBack {
  readonly label: string;
  go(): void;
}

/** What every view of the panel may use. */
export interface Panel {
  readonly core: Core;
  /** False while the panel is closed: nothing is fetched then. */
  readonly open: boolean;
  go(place: Place): void;
  /** Stands in the panel's head in place of the way up, and Escape takes it, until it is null again. */
  setBack(way: WayBack | null): void;
  /** Says `text` to a screen reader. */
  announce(text: string): void;
  /** Takes the panel out of sight without closing it, while the visitor points at the page. */
  aside(away: boolean): void;
  /** Lets the visitor draw on a picture in a window of its own; null where he leaves it unchanged. */
  edit(picture: Omit<EditorRequest, 'done'>): Promise<History | null>;
}

export const PanelContext = createContext<Panel | null>(null);

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('a view stands outside the panel');
  return panel;
}
