import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import './tokens.css';
import './base.css';
import './controls.css';
import './overlays.css';
import './status.css';
import { Button } from './button.tsx';
import { SegmentedControl, Tabs } from './choice.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';
import { Menu } from './menu.tsx';
import { createToasts, ToastRegion } from './toast.tsx';

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const focused = () => document.activeElement?.textContent;

test('a busy button keeps the focus and takes no further press', async () => {
  const press = vi.fn();
  render(
    <Button busy onClick={press}>
      Send
    </Button>,
    root,
  );
  const button = page.getByRole('button', { name: 'Send' });
  await expect.element(button).toHaveAttribute('aria-busy', 'true');
  root.querySelector('button')?.focus();
  await userEvent.keyboard('{Enter}');
  expect(press).not.toHaveBeenCalled();
  expect(focused()).toBe('Send');
});

test('a field is named by its label and described by hint and error', async () => {
  render(<TextField label="E-mail" hint="For our answer" error="That is not an address" />, root);
  const field = page.getByRole('textbox', { name: 'E-mail' });
  await expect.element(field).toHaveAccessibleDescription('For our answer That is not an address');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
});

function DialogDemo() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      {open && (
        <Dialog title="Delete the board" closeLabel="Close" onClose={() => setOpen(false)}>
          <p>Really?</p>
        </Dialog>
      )}
    </>
  );
}

test.each(['{Escape}', '{Escape}{Escape}'])(
  'a dialog closes on %s and gives the focus back',
  async (keys) => {
    render(<DialogDemo />, root);
    for (let round = 0; round < 2; round++) {
      root.querySelector('button')?.focus();
      await userEvent.keyboard('{Enter}');
      const dialog = page.getByRole('dialog', { name: 'Delete the board' });
      await expect.element(dialog).toBeVisible();
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Close');
      await userEvent.keyboard(keys);
      await expect.element(dialog).not.toBeInTheDocument();
      expect(focused()).toBe('Open');
    }
  },
);

test('a dialog in a shadow root gives the focus back there', async () => {
  const shadow = root.attachShadow({ mode: 'open' });
  render(<DialogDemo />, shadow);
  shadow.querySelector('button')?.focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(shadow.querySelector('dialog')?.open).toBe(true));
  await userEvent.keyboard('{Escape}');
  await vi.waitFor(() => expect(shadow.querySelector('dialog')).toBeNull());
  expect(shadow.activeElement?.textContent).toBe('Open');
  render(null, shadow);
});

const options = [
  { value: 'open', label: 'Open', count: 3 },
  { value: 'closed', label: 'Closed' },
] as const;
type View = (typeof options)[number]['value'];

test('tabs move by arrow keys, and the panel is named by the chosen tab', async () => {
  function Demo() {
    const [view, setView] = useState<View>('open');
    return (
      <Tabs label="Views" value={view} options={options} onChange={setView}>
        {view} ones
      </Tabs>
    );
  }
  render(<Demo />, root);
  await userEvent.keyboard('{Tab}{ArrowRight}');
  await expect.element(page.getByRole('tab', { name: 'Closed' })).toHaveFocus();
  await expect.element(page.getByRole('tabpanel', { name: 'Closed' })).toHaveTextContent('closed ones');
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('tab', { name: 'Open 3' })).toHaveAttribute('aria-selected', 'true');
});

test('a segmented control is a group of radio buttons', async () => {
  const change = vi.fn();
  render(<SegmentedControl label="State" value="open" options={options} onChange={change} />, root);
  await expect.element(page.getByRole('group', { name: 'State' })).toBeVisible();
  await userEvent.keyboard('{Tab}{ArrowRight}');
  expect(change).toHaveBeenLastCalledWith('closed');
});

test('a menu opens on its first entry, moves by key, runs one and gives the focus back', async () => {
  const remove = vi.fn();
  render(
    <Menu
      label="More"
      items={[
        { label: 'Copy link', run: vi.fn() },
        { label: 'Rename', run: vi.fn() },
        { label: 'Delete', danger: true, run: remove },
      ]}
    >
      …
    </Menu>,
    root,
  );
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(page.getByRole('menuitem', { name: 'Copy link' })).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  expect(focused()).toBe('Delete');
  await userEvent.keyboard('r');
  expect(focused()).toBe('Rename');
  await userEvent.keyboard('{End}{Enter}');
  expect(remove).toHaveBeenCalledOnce();
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  expect(focused()).toBe('…');
});

test('pressing the button of an open menu closes it', async () => {
  render(
    <Menu label="More" items={[{ label: 'Copy link', run: vi.fn() }]}>
      …
    </Menu>,
    root,
  );
  const button = page.getByRole('button', { name: 'More' });
  await button.click();
  await expect.element(page.getByRole('menu')).toBeVisible();
  await button.click();
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
});

test('toasts are announced politely, and an error stays until it is dismissed', async () => {
  const toasts = createToasts();
  render(<ToastRegion toasts={toasts} label="Messages" dismissLabel="Dismiss" />, root);
  const region = page.getByRole('region', { name: 'Messages' });
  await expect.element(region).toHaveAttribute('aria-live', 'polite');
  toasts.show({ text: 'Not saved. Try again.', tone: 'danger' });
  await expect.element(region).toHaveTextContent('Not saved. Try again.');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect.element(region).toHaveTextContent('');
});
