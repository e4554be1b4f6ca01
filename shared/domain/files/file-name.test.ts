import { expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { safeFileName } from './file-name.ts';

test.each([
  ['server.log', 'text/plain', 'server.log'],
  ['导出 报表.csv', 'text/csv', '导出 报表.csv'],
  ['Session.HAR', 'application/json', 'Session.HAR'],
  ['../../etc/passwd', 'text/plain', 'passwd.txt'],
  ['C:\\Users\\me\\bill.pdf', 'application/pdf', 'bill.pdf'],
  ['bill\u202efdp.exe', 'application/pdf', 'billfdp.exe.pdf'],
  ['a\u0000b\u001bc\u200b\r\n.txt', 'text/plain', 'abc.txt'],
  ['page.html', 'text/plain', 'page.html.txt'],
  ['.htaccess', 'text/plain', 'htaccess.txt'],
  ['. . .', 'application/zip', 'file.zip'],
  ['a "b"; filename=c.pdf', 'application/pdf', 'a _b_; filename=c.pdf'],
  ['photo.JPEG', 'image/jpeg', 'photo.JPEG'],
] as const)('%j of %s is kept as %j', (name, type, kept) => {
  expect(safeFileName(name, type)).toBe(kept);
});

test('a name ends at its limit and keeps its ending whole', () => {
  const kept = safeFileName(`${'长'.repeat(150)}${'😀'.repeat(150)}.json`, 'application/json');
  expect(kept.length).toBeLessThanOrEqual(limits.fileNameLength);
  expect(kept).toMatch(/\.json$/);
  expect(kept.isWellFormed()).toBe(true);
});
