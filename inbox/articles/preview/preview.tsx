import './prose.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useText } from '../../settings/text.ts';
import { useDelayed } from '../../view/use-delayed.ts';
import { articles } from '../texts.ts';
import { renderMarkdown } from './markdown.ts';

/** The article as its readers see it, a moment after each change. */
export function Preview({ title, body, locale }: { title: string; body: string; locale: string }) {
  const t = useText(articles);
  const box = useRef<HTMLDivElement>(null);
  const settled = useDelayed(body, 120);
  useLayoutEffect(() => {
    box.current?.replaceChildren(renderMarkdown(settled));
  }, [settled]);
  return (
    <article class="prose" lang={locale}>
      <h1>{title.trim() || t('untitled')}</h1>
      <div ref={box} />
    </article>
  );
}
