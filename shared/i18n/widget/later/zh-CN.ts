import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  language: '语言',
  waitingItems: '{count} 条消息尚未发送',
} satisfies Catalogue<typeof en>;
