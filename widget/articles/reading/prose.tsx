import { useEffect, useRef } from 'preact/hooks';
import { useArticleWords } from '../words.ts';
import { renderMarkdown } from './markdown.ts';

/** An article's text. What is too wide scrolls by itself, and then by keyboard, too. `below`: level of its title. */
export function Prose({ markdown, below }: { markdown: string; below: number }) {
  const { t } = useArticleWords();
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const prose = element.current;
    if (!prose) return;
    prose.replaceChildren(renderMarkdown(markdown, below));
    const measure = () => {
      for (const part of prose.querySelectorAll<HTMLElement>('pre, .wide')) {
        const scrolls = part.scrollWidth > part.clientWidth;
        part.tabIndex = scrolls ? 0 : -1;
        part.role = scrolls ? 'region' : null;
        part.ariaLabel = scrolls ? t(part.nodeName === 'PRE' ? 'code' : 'table') : null;
      }
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(prose);
    measure();
    return () => sizes.disconnect();
  }, [markdown, below, t]);

  return <div class="prose" ref={element} />;
}
