import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  title: '标注截图',
  use: '使用图片',
  cancel: '取消',

  page: '当前可见页面',
  area: '框选页面区域',
  element: '选择页面元素',
  exact: '共享此标签页（画面最准确）',
  file: '选择文件',
  drop: '将图片或文件拖放到此处',

  taking: '正在截图…',
  sharing: '正在等待共享标签页…',
  opening: '正在打开文件…',
  preparing: '正在处理图片…',

  list: '图片',
  attached: '图片已添加。',
  edit: '编辑图片 {count}',
  remove: '移除图片 {count}',
  notCovered: '无法自动遮盖这张图片中的隐私内容，请将不便展示的部分涂黑。',
  smaller: '图片过大，已缩小为 {size} 像素。',

  captureFailed: '无法截取当前页面，你可以换一种方式：',
  notShared: '未共享任何内容，因此没有图片。',
  heic: '暂不支持 HEIC 照片。请先另存为 JPEG 或 PNG，或粘贴该照片的截图。',
  damaged: '图片已损坏，无法打开。',
  tooLarge: '图片过大，无法使用。',
  full: '一条消息最多添加 {count} 个图片或文件。',

  files: '文件',
  removeFile: '移除 {name}',
  added: '已添加 {name}。',
  fileEmpty: '“{name}”是空文件。',
  fileTooLarge: '“{name}”超过 {size}，无法添加。',
  fileWrong: '不支持“{name}”的文件类型。可添加图片、PDF、文本、CSV、JSON、ZIP、MP4 和 WebM。',
  fileNotUtf8: '“{name}”不是 UTF-8 编码。请另存为 UTF-8，或压缩为 ZIP 后再添加。',
  fileUnreadable: '无法读取“{name}”。文件夹请压缩为 ZIP 后再添加。',
} satisfies Catalogue<typeof en>;
