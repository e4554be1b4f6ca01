// What visitor, staff and articles say, in the language of the walk.

import { spoken } from './pseudo.ts';

const en = {
  text: 'June is missing in the chart, while the table has 57 orders. I blacked out my name.',
  long: `The export stops at row 10,000 and says nothing. ${'I tried it with another filter, in another browser and on another day. '.repeat(4)}See https://app.example.com/reports/2026/quarterly/export?format=csv&rows=all&filter=open-and-paid-and-overdue for the page.`,
  question: 'How do I export only the rows that I have filtered?',
  reply: 'It works now, thank you!',
  answer:
    'Thank you, the picture shows it well. June was still being counted:\n\n- it is there now\n- please reload https://app.example.com/charts once\n\nThe log is attached.',
  system: 'The conversation was closed.',
  people: ['Nora Whitfield', 'Jonas Okafor', 'Ines Calder'],
  previews: [
    'Thank you, the picture shows it well. June was still being counted',
    'A dark theme for the reports, please: we have them on a screen in the hall all day',
    'How do I export only the rows that I have filtered?',
    'The new search is wonderful',
  ],
  articles: [
    ['Export a table or a chart', 'Filter first: the export has the rows that you see, in their order.'],
    ['Share a filter with your team', 'A filter can be saved under a name and shared by its address.'],
    [
      'Why does my export end at row 10,000?',
      'Large exports come by e-mail, in parts, usually within an hour.',
    ],
  ],
  article:
    'Filter the table, then choose **Export** above it.\n\n## Formats\n\n| Format | Rows | Opens in |\n|---|---|---|\n| CSV | 1,000,000 | Everything |\n| XLSX | 10,000 | Excel, Numbers, LibreOffice |\n\n1. Choose the columns.\n2. Choose the format.\n\n> Large exports come by e-mail.\n\n```sh\ncurl https://app.example.com/export?format=csv&rows=all -o export.csv\n```',
  files: [
    'offer-2026.pdf',
    'all orders and refunds with rows, totals and taxes from January to December.csv',
    'a.zip',
  ],
  user: 'Deepa Raman',
};

const zh: typeof en = {
  text: '六月份的数据在图表里没有显示，但表格里有 57 单，麻烦看一下。账号名我涂掉了。',
  long: `导出到第一万行就停了，也没有任何提示。${'换了筛选条件、换了浏览器、换了一天，都是一样的结果。'.repeat(4)}页面是 https://app.example.com/reports/2026/quarterly/export?format=csv&rows=all&filter=open-and-paid-and-overdue 。`,
  question: '怎么只导出筛选后的数据',
  reply: '现在好了，谢谢！',
  answer:
    '您好，截图很清楚。六月的数据刚刚统计完：\n\n- 现在已经能看到了\n- 麻烦刷新一下 https://app.example.com/charts\n\n日志见附件。',
  system: '对话已关闭。',
  people: ['苏婉清', '陈立', '周敏'],
  previews: [
    '您好，截图很清楚。六月的数据刚刚统计完，现在已经能看到了',
    '希望报表有深色主题：我们大厅的屏幕上整天都开着',
    '怎么只导出筛选后的数据',
    '新的搜索非常好用',
  ],
  articles: [
    ['如何导出表格和图表', '先筛选再导出：导出的就是您看到的那些行，顺序也一样。'],
    ['与团队共享筛选条件', '筛选条件可以命名保存，并通过链接共享。'],
    ['为什么导出到第一万行就结束了？', '数据量大时，导出结果会分批通过邮件发送，一般一小时内送达。'],
  ],
  article:
    '先筛选表格，再点击上方的**导出**。\n\n## 格式\n\n| 格式 | 行数 | 打开方式 |\n|---|---|---|\n| CSV | 1,000,000 | 任意软件 |\n| XLSX | 10,000 | Excel、Numbers、LibreOffice |\n\n1. 选择列。\n2. 选择格式。\n\n> 数据量大时通过邮件发送。\n\n```sh\ncurl https://app.example.com/export?format=csv&rows=all -o export.csv\n```',
  files: ['报价单-2026.pdf', '一个名字特别特别长、把里面的内容全都说清楚了的文件名称示例.csv', 'a.zip'],
  user: '刘佳慧',
};

const he: typeof en = {
  ...en,
  ...{ text: spoken(en.text), long: spoken(en.long), question: spoken(en.question), reply: spoken(en.reply) },
  ...{ answer: spoken(en.answer), system: spoken(en.system), people: en.people.map(spoken) },
  previews: en.previews.map(spoken),
  articles: en.articles.map((each) => each.map(spoken)),
  files: en.files.map(spoken),
};

export const saidIn = (language: 'en' | 'zh-CN' | 'he') => ({ en, 'zh-CN': zh, he })[language];
export type Said = ReturnType<typeof saidIn>;
