import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  loading: '正在加载会话',
  emptyTitle: '还没有会话',
  emptyText: '你发送的内容和团队的回复都会显示在这里。',
  start: '联系团队',
  failedTitle: '会话加载失败',
  failedText: '请检查网络连接，系统会自动重试。',
  goneTitle: '找不到该会话',
  goneText: '它可能属于其他浏览器，或已被删除。',
  all: '全部会话',

  bug: '问题',
  idea: '建议',
  question: '提问',
  praise: '好评',
  score: '评分',
  number: '{kind} {number}',
  statusOpen: '处理中',
  statusSnoozed: '稍后处理',
  statusClosed: '已关闭',
  unread: '{count} 条新回复',

  you: '我',
  team: '团队',
  system: '提示',
  pictureBy: '{name}发送的图片，在新标签页中打开',
  newAnswer: '{name}有新回复',
  closed: '该会话已关闭，继续留言会重新打开。',

  reply: '你的回复',
  send: '发送',
  unsentSending: '正在发送…',
  unsentWaiting: '尚未发送，点击查看',
  unsentRefused: '未被接受，点击查看',
} satisfies Catalogue<typeof en>;
