import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  label: '反馈',
  failed: '无法打开，请重试。',
} satisfies Catalogue<typeof en>;
