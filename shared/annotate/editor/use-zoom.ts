import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * CSS pixels per image pixel at which a picture fits wholly into an element, now and whenever the element's
 * size changes; never enlarged. 0 until measured.
 */
export function useZoom(container: RefObject<HTMLElement | null>, { width, height }: Size): number {
  const [zoom, setZoom] = useState(0);
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return;
    const measure = () => {
      const style = getComputedStyle(element);
      const innerWidth = element.clientWidth - Number.parseFloat(style.paddingLeft) * 2;
      const innerHeight = element.clientHeight - Number.parseFloat(style.paddingTop) * 2;
      setZoom(Math.max(0.01, Math.min(1, innerWidth / width, innerHeight / height)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [container, width, height]);
  return zoom;
}
