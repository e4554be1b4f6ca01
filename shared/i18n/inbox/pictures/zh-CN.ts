import type { Catalogue } from '../../translate.ts';
import type en from './en.ts';

export default {
  marks: '标注',
  marks_shown: '已显示标注。',
  marks_hidden: '已隐藏标注。',
  marks_loading: '正在加载无标注的图片…',
  marks_list: '图中标注',
  picture_with: '图片，图中文字：{texts}',
  picture_without: '无标注的图片',
  words_on_it: '{label}，图中文字：{texts}',
  quoted: '“{text}”',
  between: '、',
  box: { other: '{count} 个方框' },
  ellipse: { other: '{count} 个椭圆' },
  arrow: { other: '{count} 个箭头' },
  line: { other: '{count} 条直线' },
  pen: { other: '{count} 处画笔笔迹' },
  highlighter: { other: '{count} 处荧光笔标记' },
  redaction: { other: '{count} 处涂黑' },
  text: '文字“{text}”',
  step: '步骤 {number}',
  steps: '步骤 {first} 至 {last}',
} satisfies Catalogue<typeof en>;
