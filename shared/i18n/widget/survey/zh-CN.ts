import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  label: '问卷',
  arrived: '页面末尾有一个问题想请你回答：{question}',
  close: '暂不回答',
  done: '关闭',
  progress: '第 {number} 题，共 {total} 题',
  point: '{score} 分（满分 {max} 分）',
  pointNamed: '{score} 分（满分 {max} 分）：{label}',
  npsLow: '完全不可能',
  npsHigh: '非常可能',
  csatLow: '非常不满意',
  csatHigh: '非常满意',
  several: '可多选',
  back: '上一题',
  skip: '跳过',
  next: '下一题',
  send: '提交',
  chooseOne: '请至少选择一项。',
  writeSomething: '请先写几句话。',
  thanks: '感谢你的反馈，它会帮助我们做得更好。',
} satisfies Catalogue<typeof en>;
