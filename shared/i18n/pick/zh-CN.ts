import type { PickStrings } from '../../capture/pick/options.ts';

export default {
  area: '选择区域',
  areaHint: '拖动鼠标或手指，框选要展示的部分。',
  areaKeys: '方向键移动，Alt + 方向键调整大小，按住 Shift 每次 10 像素，Enter 确认。',
  element: '选择元素',
  elementHint: '点击要展示的内容。',
  elementTouchHint: '轻点要展示的内容。',
  elementKeys: '方向键：上下切换到外层或内层，左右切换到相邻元素，Enter 确认。',
  cancel: '取消',
  take: '截取',
  size: '{width} × {height}',
  saidArea: '区域 {width} × {height}，距左侧 {x}，距顶部 {y}',
  saidElement: '{name}，{width} × {height}',
} satisfies PickStrings;
