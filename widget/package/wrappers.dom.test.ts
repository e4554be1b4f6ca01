import { act, createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApp, defineComponent, h, ref } from 'vue';
import type { Options } from '../public.ts';
import { useHearback as useInReact } from './react.ts';
import { useHearback as useInVue } from './vue.ts';

const base: Options = { project: 'pk_wrapper_test', api: 'https://api.test', locale: 'en', surveys: false };
const mia = { id: 'u-1', name: 'Mia' };
let root: HTMLElement;

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  vi.spyOn(window, 'fetch').mockImplementation(async () => Response.json({ verified: false, merged: false }));
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  window.Hearback?.destroy();
  root.remove();
  localStorage.clear();
  vi.restoreAllMocks();
});

const hosts = () => document.querySelectorAll('hearback-widget').length;

/** A product that shows the widget with these options, in each of the frameworks. */
interface Product {
  show(options: Options | null): Promise<void>;
}

function inReact(): Product {
  const react = createRoot(root);
  const Page = ({ options }: { options: Options }) =>
    createElement('p', null, useInReact(options) ? 'ready' : 'loading');
  return {
    show: (options) =>
      act(async () =>
        react.render(createElement(StrictMode, null, options && createElement(Page, { options }))),
      ),
  };
}

function inVue(): Product {
  const shown = ref<Options | null>(null);
  const Page = defineComponent({
    props: { options: { type: Object as () => Options, required: true } },
    setup(props) {
      const hearback = useInVue(() => props.options);
      return () => h('p', hearback.value ? 'ready' : 'loading');
    },
  });
  createApp({ render: () => (shown.value ? h(Page, { options: shown.value }) : null) }).mount(root);
  return {
    async show(options) {
      shown.value = options;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    },
  };
}

test.each([
  ['React, in strict mode', inReact],
  ['Vue', inVue],
])('in %s the widget stands as long as its component does', async (_, start) => {
  const product = start();
  await product.show(base);
  expect(hosts()).toBe(1);
  expect(root.textContent).toBe('ready');
  await product.show(null);
  expect(hosts()).toBe(0);
  expect(window.Hearback).toBeUndefined();
  await product.show(base);
  expect(hosts()).toBe(1);
  await product.show(null);
});

test.each([
  ['React', inReact],
  ['Vue', inVue],
])(
  'in %s who logs in is identified, a changed context is told, who logs out is forgotten',
  async (_, start) => {
    const product = start();
    await product.show({ ...base, context: { plan: 'free', seats: 3 } });
    const widget = window.Hearback;
    if (!widget) throw new Error('no widget');
    const identify = vi.spyOn(widget, 'identify');
    const setContext = vi.spyOn(widget, 'setContext');
    const reset = vi.spyOn(widget, 'reset');
    await product.show({ ...base, context: { plan: 'free', seats: 3 }, user: mia, signature: 't=1,v1=ab' });
    expect(identify).toHaveBeenCalledExactlyOnceWith(mia, 't=1,v1=ab');
    // The same in other objects is nothing new.
    await product.show({ ...base, context: { plan: 'pro' }, user: { ...mia }, signature: 't=1,v1=ab' });
    expect(identify).toHaveBeenCalledOnce();
    expect(setContext).toHaveBeenCalledExactlyOnceWith({ plan: 'pro', seats: null });
    await product.show({ ...base, context: { plan: 'pro' } });
    expect(reset).toHaveBeenCalledOnce();
    expect(window.Hearback).toBe(widget);
    await product.show(null);
  },
);

test.each([
  ['React', inReact],
  ['Vue', inVue],
])('in %s another look starts it anew, and only then', async (_, start) => {
  const product = start();
  await product.show(base);
  const first = window.Hearback;
  await product.show({ ...base });
  expect(window.Hearback).toBe(first);
  await product.show({ ...base, theme: 'dark' });
  expect(window.Hearback).not.toBe(first);
  expect(hosts()).toBe(1);
  await product.show(null);
});
