import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  unread: '{count} 条新回复',
} satisfies Catalogue<typeof en>;
