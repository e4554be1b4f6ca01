// What the demo product's users send: its own pages with something wrong on them.
import { inChinese } from './chinese.ts';
import { type Scene, withoutNotes } from './scene.ts';

const tooltip = (chart: string, index: number) => `
  ${chart}.tooltip._active = [${chart}.getDatasetMeta(0).data[${index}]];
  ${chart}.tooltip.update(true);
  ${chart}.render({ duration: 0 });`;

const heading = (text: string) => `
  for (const title of document.querySelectorAll('.card-header h6'))
    if (title.textContent.trim() === '${text}') title.closest('.card').id = 'there';`;

const cities = [
  'São Paulo',
  'Lisboa',
  'Córdoba',
  'São Paulo',
  'Málaga',
  'Zürich',
  'Genève',
  'São Luís',
  'Łódź',
  'Porto',
];
const people = ['安然', '白雪梅', '蔡志远', '陈嘉', '戴文静', '张博', '曾庆华', '赵一鸣', '周可', '邹明'];

export const reports: readonly Scene[] = [
  {
    name: 'tooltip-hides-june',
    page: 'sb/charts.html',
    viewport: [1440, 780],
    prepare: tooltip('myLineChart', 5),
    marks: [
      { box: '#myAreaChart', from: [0.44, 0.2], to: [0.66, 0.62] },
      { arrow: '#myAreaChart', from: [0.8, 0.86], to: [0.665, 0.56] },
      { text: '#myAreaChart', at: [0.72, 0.885], words: 'June is under here' },
    ],
  },
  {
    name: 'donut-legend-mismatch',
    page: 'sb/index.html',
    viewport: [1440, 780],
    prepare: `myPieChart.data.datasets[0].backgroundColor = ['#36b9cc', '#4e73df', '#1cc88a'];
      myPieChart.update({ duration: 0 }); ${heading('Revenue Sources')} ${tooltip('myPieChart', 0)}`,
    marks: [
      { ellipse: '#myPieChart', from: [0.14, -0.02], to: [0.88, 1.02] },
      { box: '#there .mt-4', colour: 'yellow' },
    ],
  },
  {
    name: 'sidebar-overlaps-card',
    page: 'sb/index.html',
    viewport: [1440, 730],
    prepare: `document.querySelector('#accordionSidebar').classList.add('toggled');
      Object.assign(document.querySelector('#accordionSidebar').style, { position: 'absolute', zIndex: 5 });
      document.querySelector('.container-fluid .row').id = 'cards';`,
    marks: [
      { ellipse: '#cards .card', from: [-0.1, -0.2], to: [0.34, 1.15] },
      {
        pen: '#cards .card',
        through: [
          [0.36, 1.7],
          [0.2, 1.55],
          [0.16, 1.3],
          [0.12, 1.45],
          [0.16, 1.3],
          [0.22, 1.4],
        ],
      },
    ],
  },
  {
    name: 'bar-chart-cut-off',
    page: 'sb/charts.html',
    viewport: [412, 780],
    size: 824,
    prepare: `const box = document.querySelector('.chart-bar'); Object.assign(box.style, { width: '640px' });
      box.parentElement.style.overflow = 'hidden'; myBarChart.resize(); myBarChart.update({ duration: 0 });
      document.querySelector('#accordionSidebar').classList.add('toggled');
      box.closest('.card').scrollIntoView({ block: 'center' }); box.closest('.card').id = 'there';`,
    marks: [
      { arrow: '#there', from: [0.72, 0.4], to: [0.97, 0.58] },
      { text: '#there', at: [0.3, 0.26], words: 'the rest is missing' },
    ],
  },
  {
    name: 'badge-low-contrast',
    page: 'sb/utilities-color.html',
    viewport: [1440, 780],
    prepare: `const states = [['Delivered', 'success'], ['On its way', 'info'], ['Pending', 'warning'], ['Refused', 'danger'], ['Delivered', 'success']];
      const lines = document.querySelectorAll('.card-body p');
      states.forEach(([word, kind], at) => { lines[at].textContent = word; lines[at].className = 'text-' + kind + ' mb-3'; });
      lines[2].id = 'there';`,
    marks: [
      { box: '#there', from: [-0.02, -0.4], to: [0.3, 1.4] },
      { text: '#there', at: [0.34, -0.1], words: 'I cannot read this one' },
    ],
  },
  {
    name: 'search-ignores-accents',
    page: 'sb/tables.html',
    viewport: [1440, 780],
    prepare: `const cities = ${JSON.stringify(cities)}; const table = $('#dataTable').DataTable();
      table.rows().every(function (row) { const data = this.data(); data[2] = cities[row % cities.length]; this.data(data); });
      table.search('Sao').draw(); document.querySelector('#dataTable_filter input').value = 'Sao';`,
    marks: [
      { step: '#dataTable_filter', at: [-0.1, 0.5], number: 1 },
      { box: '#dataTable_filter' },
      { step: '.dataTables_empty', at: [0.36, 0.5], number: 2 },
      { highlight: '.dataTables_empty', from: [0.4, 0.5], to: [0.6, 0.5] },
    ],
  },
  {
    name: 'compare-last-year',
    page: 'sb/index.html',
    viewport: [1440, 780],
    marks: [
      {
        pen: '#myAreaChart',
        through: [
          [0.09, 0.84],
          [0.2, 0.74],
          [0.3, 0.78],
          [0.42, 0.66],
          [0.54, 0.62],
          [0.66, 0.5],
          [0.78, 0.52],
          [0.96, 0.36],
        ],
        colour: 'blue',
      },
      { text: '#myAreaChart', at: [0.62, 0.64], words: 'last year, like this', colour: 'blue' },
    ],
  },
  {
    name: 'sticky-header',
    page: 'sb/tables.html',
    viewport: [1440, 780],
    prepare: `$('#dataTable').DataTable().page.len(50).draw(); scrollTo({ top: 560, behavior: 'instant' });`,
    marks: [{ box: 'body', from: [0.2, 0.185], to: [0.97, 0.23] }],
  },
  {
    name: 'which-time-zone',
    page: 'sb/charts.html',
    viewport: [1440, 780],
    prepare: `myBarChart.data.labels = ['10', '11', '12', '13', '14', '15'];
      myBarChart.data.datasets[0].data = [9120, 8740, 10312, 9821, 5140, 14984]; myBarChart.update({ duration: 0 });
      document.querySelector('.chart-bar').closest('.card').scrollIntoView({ block: 'center', behavior: 'instant' });`,
    marks: [
      { highlight: '#myBarChart', from: [0.675, 0.95], to: [0.8, 0.95] },
      { arrow: '#myBarChart', from: [0.56, 0.2], to: [0.68, 0.6] },
      { text: '#myBarChart', at: [0.46, 0.06], words: 'the 14th here or at my desk?' },
    ],
  },
  {
    name: 'axis-labels-overlap',
    page: 'sb/charts.html',
    viewport: [1440, 780],
    prepare: `${inChinese}
      const axis = myBarChart.options.scales.xAxes[0];
      axis.ticks = { ...axis.ticks, maxTicksLimit: 40, autoSkip: false, maxRotation: 0, fontSize: 15 };
      myBarChart.data.labels = Array.from({ length: 24 }, (_, at) => (2025 + Math.floor(at / 12)) + '年' + ((at % 12) + 1) + '月');
      myBarChart.data.datasets[0].data = myBarChart.data.labels.map((_, at) => 4200 + ((at * 2711) % 9300));
      myBarChart.update({ duration: 0 });
      document.querySelector('.chart-bar').closest('.card').scrollIntoView({ block: 'center', behavior: 'instant' });`,
    marks: [
      { box: '#myBarChart', from: [0.02, 0.87], to: [1.01, 1.02] },
      { text: '#myBarChart', at: [0.38, 1.06], words: '月份全叠在一起了' },
    ],
  },
  {
    name: 'amount-wraps',
    page: 'sb/index.html',
    viewport: [1440, 780],
    prepare: `${inChinese}
      const amount = document.querySelectorAll('.container-fluid .row .card .h5')[1];
      amount.textContent = '¥ 21,500,000,000.00'; amount.style.width = '110px'; amount.style.overflowWrap = 'anywhere';
      amount.id = 'amount'; amount.closest('.card').id = 'there';`,
    marks: [
      { box: '#there', from: [-0.02, -0.05], to: [1.02, 1.05] },
      { redact: '#amount' },
      { text: '#there', at: [0.1, 1.12], words: '金额折成三行，看着像两个数' },
    ],
  },
  {
    name: 'menu-stays-open',
    page: 'sb/index.html',
    viewport: [393, 770],
    size: 786,
    prepare: `${inChinese} document.querySelector('#accordionSidebar').classList.remove('toggled');
      Object.assign(document.querySelector('#accordionSidebar').style, { position: 'absolute', zIndex: 5, width: '200px' });`,
    marks: [
      { box: '#accordionSidebar', from: [0.02, 0.12], to: [0.98, 0.6] },
      { step: 'body', at: [0.72, 0.05], number: 1 },
      { step: 'body', at: [0.72, 0.4], number: 2 },
    ],
  },
  {
    name: 'sort-by-pinyin',
    page: 'sb/tables.html',
    viewport: [1440, 780],
    prepare: `${inChinese}
      const people = ${JSON.stringify(people)}; const table = $('#dataTable').DataTable({ retrieve: true });
      const rows = document.querySelectorAll('#dataTable tbody tr');
      people.forEach((name, at) => { rows[at].cells[0].textContent = name; rows[at].cells[2].textContent = ['上海', '杭州', '成都'][at % 3]; });
      rows[5].id = 'first'; rows[6].id = 'second'; scrollTo({ top: 200, behavior: 'instant' });`,
    marks: [
      { box: '#first', from: [0, 0], to: [0.16, 2] },
      { arrow: '#second', from: [0.34, 0.5], to: [0.18, 0.5] },
      { text: '#second', at: [0.35, 0.2], words: '应该在 Z 之前' },
    ],
  },
  {
    name: 'year-on-year',
    page: 'sb/charts.html',
    viewport: [1440, 780],
    prepare: `${inChinese} ${withoutNotes} document.querySelector('.container-fluid > p').remove();`,
    marks: [
      { arrow: '.card-header', from: [0.4, 2.6], to: [0.16, 0.95], colour: 'blue' },
      { text: '.card-header', at: [0.4, 2.4], words: '这里显示同比', colour: 'blue' },
    ],
  },
  {
    name: 'two-totals-differ',
    page: 'sb/index.html',
    viewport: [1440, 780],
    prepare: `${inChinese} ${tooltip('myLineChart', 8)} document.querySelector('.container-fluid .card .h5').id = 'total';`,
    marks: [
      { step: '#total', at: [-0.16, 0.5], number: 1 },
      { ellipse: '#total', from: [-0.08, -0.4], to: [0.7, 1.4] },
      { step: '#myAreaChart', at: [0.47, 0.52], number: 2 },
      { ellipse: '#myAreaChart', from: [0.5, 0.34], to: [0.78, 0.7] },
    ],
  },
];
