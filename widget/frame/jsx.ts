import { h } from 'preact';

export { Fragment } from 'preact';

/**
 * What a build of the widget takes for `preact/jsx-runtime`: the same elements, made by the function that Preact has
 * anyway.
 */
export const jsx = (type: string, props: Record<string, unknown>, key?: string) =>
  h(type, key === undefined ? props : { ...props, key });
export { jsx as jsxs };
