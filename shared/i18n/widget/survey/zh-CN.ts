import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  label: '一个小问题',
  question: '你有多大可能把本产品推荐给朋友或同事？',
  lowest: '完全不可能',
  highest: '非常可能',
  score: '{score} 分（满分 10 分）',
  why: '你打出这个分数的主要原因是什么？',
  send: '提交',
  skip: '跳过',
  close: '暂不评价',
  done: '关闭',
  thanks: '感谢你的反馈，它会帮助我们做得更好。',
} satisfies Catalogue<typeof en>;
