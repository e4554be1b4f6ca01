import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  label: '反馈',
  unread: '{count} 条新回复',
  failed: '暂时无法打开反馈窗口，请检查网络后重试。',
} satisfies Catalogue<typeof en>;
