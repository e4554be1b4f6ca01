import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Exchange } from '../../../shared/outbox/http.ts';
import { stage } from '../../support/stage.tsx';
import { FileList } from './file-list.tsx';
import { saveFile } from './save.ts';

let shown: ReturnType<typeof stage> | undefined;
const file = {
  id: 'f',
  path: 'project/f',
  name: 'offer ü.pdf',
  contentType: 'application/pdf',
  bytes: 482_000,
};

beforeEach(() => localStorage.setItem('hearback:inbox:locale', 'en'));
afterEach(() => shown?.leave());

test('a file that cannot be had says so, and the link that failed is not used again', async () => {
  const forget = vi.fn();
  const offline: Exchange<string> = { kind: 'retry', error: { code: 'offline' } };
  shown = stage(<FileList files={[file]} />, () => Response.json([]), 'viewer', {
    signedUrl: async () => offline,
    forget,
  });
  await expect.element(page.getByText('PDF · 482 kB')).toBeVisible();
  await page.getByRole('button', { name: /^Save the file offer ü\.pdf/ }).click();
  await expect.element(page.getByText(/The file was not saved. The server cannot be reached/)).toBeVisible();
  expect(forget).toHaveBeenCalledOnce();
});

test('the link asks the server to have the file saved under its name', async () => {
  const followed: string[] = [];
  const signedUrl = async (): Promise<Exchange<string>> => ({
    kind: 'ok',
    body: 'http://api.test/storage/v1/object/sign/attachments/project/f?token=t',
  });
  await saveFile({ storage: { signedUrl } }, file, (href, name) => void followed.push(href, name));
  expect(followed[1]).toBe('offer ü.pdf');
  const link = new URL(followed[0] ?? '');
  expect([link.searchParams.get('token'), link.searchParams.get('download')]).toEqual(['t', 'offer ü.pdf']);
});
