import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  title: '标注截图',
  use: '使用图片',
  cancel: '取消',

  list: '图片',
  edit: '编辑图片 {count}',
  remove: '移除图片 {count}',
  captureFailed: '无法截取当前页面，你可以在输入框中粘贴截图。',
  wrong: '无法使用该文件。支持不超过 10 MB 的 PNG、JPEG、WebP 和 GIF 图片。',
  full: '一条消息最多添加 {count} 张图片。',
} satisfies Catalogue<typeof en>;
