import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  next: '团队已收到你的反馈，回复会显示在“我的会话”中。',
  open: '查看会话',
  another: '再写一条',

  keep: '保留',

  files: '图片和文件',
  picture: '图片 {count}',
  fileWaiting: '等待上传',
  fileUploading: '已上传 {percent}',
  fileDone: '已上传',
  fileFailed: '尚未上传',
  fileRefused: '无法上传',
  retryFile: '重新上传“{name}”',
  removeFile: '移除“{name}”并发送',
} satisfies Catalogue<typeof en>;
