import type { AnnotateStrings } from '../../annotate/strings.ts';

export default {
  editor: '标注截图',
  toolbar: '标注工具',
  tools: '工具',
  colours: '颜色',
  thicknesses: '线条',

  select: '选择',
  box: '方框',
  arrow: '箭头',
  redact: '涂黑',
  undo: '撤销',
  redo: '重做',
  remove: '删除',

  red: '红色',
  yellow: '黄色',
  green: '绿色',
  blue: '蓝色',
  black: '黑色',
  thin: '细线',
  medium: '中等线',
  thick: '粗线',

  shapeBox: '方框',
  shapeArrow: '箭头',
  shapeRedaction: '涂黑区域',

  picture: '截图，共 {count} 个标注',
  keys: '按 Enter 在中间添加标注，按 Tab 切换标注；方向键移动，按住 Shift 移动更远，按住 Alt 调整大小；按 Delete 删除，按 Esc 取消选择。',

  saidTool: '当前工具：{tool}',
  saidAdded: '已添加{shape}，位置 {x}, {y}，宽 {width}，高 {height}',
  saidSelected: '{shape}，第 {index} 个，共 {count} 个，位置 {x}, {y}，宽 {width}，高 {height}',
  saidDeselected: '已取消选择',
  saidMoved: '{shape}已移动到 {x}, {y}',
  saidResized: '{shape}大小已调整为宽 {width}，高 {height}',
  saidRemoved: '已删除{shape}',
  saidStyled: '{shape}：{style}',
  saidUndone: '已撤销',
  saidRedone: '已重做',
  saidNothingToUndo: '没有可撤销的操作',
  saidNothingToRedo: '没有可重做的操作',
  saidFull: '每张截图最多 {count} 个标注',
} satisfies AnnotateStrings;
