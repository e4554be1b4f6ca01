const name = 'hearback-launcher';

/**
 * Opens the panel by what the page has for it: `<hearback-launcher view="…">`, or any element with
 * `data-hearback-open="…"`, also within open shadow roots and put there later.
 *
 * @param label what stands in a `<hearback-launcher>` that the page has left empty
 */
export function listenToTriggers(
  open: (view: unknown, trigger: HTMLElement) => void,
  label: () => string,
  signal: AbortSignal,
): void {
  document.addEventListener(
    'click',
    (event) => {
      for (const target of event.composedPath())
        if (target instanceof HTMLElement && target.matches(`${name},[data-hearback-open]`)) {
          // A link leads somewhere only where the widget does not run.
          event.preventDefault();
          return open(target.dataset.hearbackOpen ?? target.getAttribute('view'), target);
        }
    },
    { capture: true, signal },
  );
  if (customElements.get(name)) return;
  customElements.define(
    name,
    class extends HTMLElement {
      constructor() {
        super();
        const button = document.createElement('button');
        const slot = document.createElement('slot');
        button.part.add('button');
        slot.append(label());
        button.append(slot);
        this.attachShadow({ mode: 'open', delegatesFocus: true }).append(button);
      }
    },
  );
}
