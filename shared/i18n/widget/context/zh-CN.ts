import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  intro: '不想发送的内容可以关闭。在此标签页关闭前，后续消息也不会附带这些内容。',
  pageUrl: '页面地址',
  pageTitle: '页面标题',
  referrer: '来源页面',
  userAgent: '浏览器',
  language: '语言',
  timeZone: '时区',
  viewport: '窗口大小',
  devicePixelRatio: '设备像素比',
  errors: '此页面的 {count} 条错误',
  requests: '{count} 个失败的请求',
  steps: '最近 {count} 步操作',
  articles: '你读过的 {count} 篇文章',
  click: '点击了“{text}”',
  route: '进入 {text}',
  request: '{method} {path}：{status}，{ms} 毫秒',
  noAnswer: '{method} {path}：无响应，{ms} 毫秒',
  name: '你的姓名',
  email: '你的邮箱',
  known: '本站已将你的身份告知团队。',
  none: '除此之外不会发送任何内容：不含 Cookie，也不含你在别处输入的文字。地址中的参数值均替换为 ***。',
  emailWrong: '邮箱格式不正确，请修改或留空。',
  vetoed: '本站未允许发送这条消息，因此没有发送任何内容。你写的内容仍保留在这里。',
} satisfies Catalogue<typeof en>;
