// The demo product's pages in Chinese, for what Chinese users send: words in place of words.

const words: Readonly<Record<string, string>> = {
  Dashboard: '仪表盘',
  Interface: '界面',
  Components: '组件',
  Utilities: '工具',
  Addons: '扩展',
  Pages: '页面',
  Charts: '图表',
  Tables: '表格',
  'Generate Report': '生成报告',
  'Earnings (Monthly)': '月度收入',
  'Earnings (Annual)': '年度收入',
  Tasks: '任务完成率',
  'Pending Requests': '待处理',
  'Earnings Overview': '收入概览',
  'Revenue Sources': '收入来源',
  Direct: '直接访问',
  Referral: '合作引流',
  Social: '社交媒体',
  Projects: '项目进度',
  'Server Migration': '服务器迁移',
  'Sales Tracking': '销售跟踪',
  'Customer Database': '客户数据库',
  'Payout Details': '结算明细',
  'Account Setup': '账号配置',
  'Area Chart': '收入趋势',
  'Bar Chart': '每月收入',
  'Donut Chart': '渠道占比',
  'DataTables Example': '员工列表',
  Name: '姓名',
  Position: '职位',
  Office: '城市',
  Age: '年龄',
  'Start date': '入职日期',
  Salary: '薪资',
  'Douglas McGee': '管理员',
};
const months = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'];

/** Script that puts the page it runs in into Chinese. */
export const inChinese = `
  const words = ${JSON.stringify(words)};
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const word = words[node.data.trim()];
    if (word) node.data = ' ' + word;
    else if (/^Styling for|third party plugin|official|^The charts below|^please visit/.test(node.data.trim())) node.data = '';
  }
  for (const search of document.querySelectorAll('[placeholder]')) search.placeholder = '搜索…';
  document.documentElement.lang = 'zh-CN';
  document.body.style.fontFamily = '"Noto Sans CJK SC", sans-serif';
  for (const chart of Object.values(window.Chart?.instances ?? {})) {
    if (chart.config.type !== 'doughnut') chart.data.labels = ${JSON.stringify(months)}.slice(0, chart.data.labels.length);
    else chart.data.labels = chart.data.labels.map((label) => words[label] ?? label);
    chart.update({ duration: 0 });
  }`;
