import type { Browser, Page } from 'playwright';

/** One pointer event's way to the screen, in ms. */
export interface Latency {
  /** From the moment the browser had the event to the frame on screen that shows what it did. */
  readonly total: number;
  /** The part of it from the page's handler on: script, style, layout, paint, raster, presentation. */
  readonly handled: number;
}

/** What Chromium's trace says of its events; only what is read here. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly id2?: { readonly local?: string };
  readonly args?: { readonly event_latency?: { readonly event_type?: string } };
}

/**
 * Records Chromium's own account of every dragging pointer event (its EventLatency trace) while `work` moves the mouse:
 * from the event's time stamp to the presented frame. Events without a new frame are left out.
 */
export async function traceDrags(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<Latency[]> {
  await browser.startTracing(page, { categories: ['input.scrolling'] });
  await work();
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
  return dragLatencies(trace.traceEvents);
}

/** The spans nest by their track: what stands between an EventLatency's begin and its end is its own. */
function dragLatencies(events: readonly TraceEvent[]): Latency[] {
  const open = new Map<string, { start: number; dragged: boolean; handled?: number; presented?: number }>();
  const found: Latency[] = [];
  for (const { name, ph, ts, id2, args } of events) {
    const track = id2?.local ?? '';
    if (name === 'EventLatency' && ph === 'b') {
      open.set(track, { start: ts, dragged: args?.event_latency?.event_type === 'MOUSE_DRAGGED' });
      continue;
    }
    const span = open.get(track);
    if (!span) continue;
    if (name === 'RendererMainProcessing' && ph === 'b') span.handled = ts;
    if (name === 'SwapEndToPresentationCompositorFrame' && ph === 'e') span.presented = ts;
    if (name !== 'EventLatency' || ph !== 'e') continue;
    open.delete(track);
    const { start, dragged, handled, presented } = span;
    if (dragged && handled !== undefined && presented !== undefined)
      found.push({ total: (presented - start) / 1000, handled: (presented - handled) / 1000 });
  }
  return found;
}

/** @param part 0.5 for the median */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
