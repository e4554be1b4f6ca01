import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  url: '页面地址',
  title: '页面标题',
  referrer: '来源页面',
  browser: '浏览器',
  language: '语言',
  timeZone: '时区',
  viewport: '窗口',
  none: '除此之外不会发送任何内容：不含 Cookie，也不含你在别处输入的文字。',
} satisfies Catalogue<typeof en>;
