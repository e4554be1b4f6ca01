import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  heading: '这些内容可能有帮助',
  found: '找到 {count} 篇可能有帮助的文章',
  looking: '正在查找可能有帮助的文章…',
  read: '已读',
  back: '返回问题',
  loading: '正在加载文章',
  failed: '文章加载失败，请检查网络后重试。',
  tryAgain: '重试',
  updated: '更新于 {date}',
  ask: '是否解决了你的问题？',
  helped: '已解决',
  stillAsk: '未解决，继续提问',
  thanks: '感谢你的反馈',
  thanksText: '问题已解决，无需再提交。',
  close: '关闭',
  another: '问其他问题',
  undo: '没有解决，继续编辑我的问题',
  table: '表格，可左右滚动',
  code: '代码，可左右滚动',
} satisfies Catalogue<typeof en>;
