import type { Catalogue } from '../translate.ts';
import type en from './en.ts';

export default {
  title: '反馈',
  close: '关闭',
  back: '返回',
  unavailable: '这部分内容加载失败，请检查网络后重试。',
  tryAgain: '重试',
  loading: '正在加载…',

  homeTitle: '有什么可以帮你？',
  homeText: '反馈会直达产品团队，回复也会显示在这里。',
  bug: '反馈问题',
  bugHint: '功能异常或显示不正确',
  idea: '提个建议',
  ideaHint: '缺少某项功能，或有更好的做法',
  question: '我要提问',
  questionHint: '常见问题可以马上找到答案',
  praise: '给个好评',
  praiseHint: '说说你觉得好用的地方',
  conversations: '我的会话',
  unread: '{count} 条新回复',

  bugText: '发生了什么？你期望的结果是什么？',
  ideaText: '你希望实现什么？',
  questionText: '你的问题',
  praiseText: '你喜欢哪些地方？',
  textMissing: '请先填写内容。',
  textLeft: '还可输入 {count} 个字符',
  textLong: '超出 {count} 个字符，请适当精简。',
  email: '邮箱（选填）',
  emailHint: '仅用于团队与你联系。',
  send: '发送',

  capture: '添加截图',
  ways: '其他添加图片的方式',
  attach: '添加附件',
  captureHint: '密码和隐私内容会自动涂黑，也可以直接粘贴或拖入文件。',

  context: '一并发送的信息',
} satisfies Catalogue<typeof en>;
