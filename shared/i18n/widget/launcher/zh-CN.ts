import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  label: '反馈',
  failed: '打开失败，请重试',
} satisfies Catalogue<typeof en>;
