import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  next: '团队已收到你的反馈，回复会显示在“我的会话”中。',
  open: '查看会话',
  another: '再写一条',
} satisfies Catalogue<typeof en>;
