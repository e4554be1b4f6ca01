// What is pictured: a page, what to do to it first, and the marks that somebody drew on it.
import { inChinese } from './chinese.ts';
import type { Mark } from './stage.ts';

export type Scene = {
  readonly name: string;
  /** `sb/…` is a page of the demo product, `pages/…` one of our own. */
  readonly page: string;
  readonly viewport: readonly [width: number, height: number];
  /** The picture's width in pixels; the viewport's unless told. */
  readonly size?: number;
  /** Script run in the page before the picture is taken. */
  readonly prepare?: string;
  readonly marks: readonly Mark[];
};

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

/** The demo pages explain themselves below their charts; a product would not. */
const withoutNotes = `
      for (const body of document.querySelectorAll('.card-body'))
        if (body.querySelector('hr + code, hr')) for (const node of [...body.childNodes]) if (node.nodeType === 3 || /^(CODE|HR)$/.test(node.nodeName)) node.remove();`;

const reports: readonly Scene[] = [
  {
    name: 'tooltip-hides-june',
    page: 'sb/charts.html',
    viewport: [1440, 780],
    prepare: tooltip('myLineChart', 5),
    marks: [
      { box: '#myAreaChart', from: [0.44, 0.2], to: [0.66, 0.62] },
      { arrow: '#myAreaChart', from: [0.82, 0.86], to: [0.66, 0.55] },
    ],
  },
  {
    name: 'donut-legend-mismatch',
    page: 'sb/index.html',
    viewport: [1440, 780],
    prepare: `myPieChart.data.datasets[0].backgroundColor = ['#36b9cc', '#4e73df', '#1cc88a'];
      myPieChart.update({ duration: 0 }); ${heading('Revenue Sources')} ${tooltip('myPieChart', 0)}`,
    marks: [
      { box: '#myPieChart', from: [0.16, 0.02], to: [0.86, 0.98] },
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
    marks: [{ box: '#cards .card', from: [-0.06, -0.15], to: [0.3, 1.1] }],
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
    marks: [{ arrow: '#there', from: [0.6, 0.75], to: [0.97, 0.6] }],
  },
  {
    name: 'badge-low-contrast',
    page: 'sb/utilities-color.html',
    viewport: [1440, 780],
    prepare: `const states = [['Delivered', 'success'], ['On its way', 'info'], ['Pending', 'warning'], ['Refused', 'danger'], ['Delivered', 'success']];
      const lines = document.querySelectorAll('.card-body p');
      states.forEach(([word, kind], at) => { lines[at].textContent = word; lines[at].className = 'text-' + kind + ' mb-3'; });
      lines[2].id = 'there';`,
    marks: [{ box: '#there', from: [-0.02, -0.4], to: [0.3, 1.4] }],
  },
  {
    name: 'search-ignores-accents',
    page: 'sb/tables.html',
    viewport: [1440, 780],
    prepare: `const cities = ${JSON.stringify(cities)}; const table = $('#dataTable').DataTable();
      table.rows().every(function (row) { const data = this.data(); data[2] = cities[row % cities.length]; this.data(data); });
      table.search('Sao').draw(); document.querySelector('#dataTable_filter input').value = 'Sao';`,
    marks: [
      { box: '#dataTable_filter' },
      { box: '.dataTables_empty', colour: 'yellow', from: [0.3, 0], to: [0.7, 1] },
    ],
  },
  {
    name: 'compare-last-year',
    page: 'sb/index.html',
    viewport: [1440, 780],
    marks: [
      { arrow: '#myAreaChart', from: [0.12, 0.72], to: [0.5, 0.5], colour: 'blue' },
      { arrow: '#myAreaChart', from: [0.52, 0.49], to: [0.96, 0.3], colour: 'blue' },
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
      { box: '#myBarChart', from: [0.66, 0.1], to: [0.83, 1] },
      { arrow: '#myBarChart', from: [0.6, 0.2], to: [0.68, 0.55] },
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
    marks: [{ box: '#myBarChart', from: [0.02, 0.87], to: [1.01, 1.02] }],
  },
  {
    name: 'amount-wraps',
    page: 'sb/index.html',
    viewport: [1440, 780],
    prepare: `${inChinese}
      const amount = document.querySelectorAll('.container-fluid .row .card .h5')[1];
      amount.textContent = '¥ 21,500,000,000.00'; amount.style.width = '110px'; amount.style.overflowWrap = 'anywhere';
      amount.id = 'amount'; amount.closest('.card').id = 'there';`,
    marks: [{ box: '#there', from: [-0.02, -0.05], to: [1.02, 1.05] }, { redact: '#amount' }],
  },
  {
    name: 'menu-stays-open',
    page: 'sb/index.html',
    viewport: [393, 770],
    size: 786,
    prepare: `${inChinese} document.querySelector('#accordionSidebar').classList.remove('toggled');
      Object.assign(document.querySelector('#accordionSidebar').style, { position: 'absolute', zIndex: 5, width: '200px' });`,
    marks: [{ box: '#accordionSidebar', from: [0.02, 0.12], to: [0.98, 0.6] }],
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
    ],
  },
  {
    name: 'year-on-year',
    page: 'sb/charts.html',
    viewport: [1440, 780],
    prepare: `${inChinese} ${withoutNotes} document.querySelector('.container-fluid > p').remove();`,
    marks: [{ arrow: '.card-header', from: [0.5, 2.6], to: [0.18, 0.9], colour: 'blue' }],
  },
  {
    name: 'two-totals-differ',
    page: 'sb/index.html',
    viewport: [1440, 780],
    prepare: `${inChinese} ${tooltip('myLineChart', 8)} document.querySelector('.container-fluid .card .h5').id = 'total';`,
    marks: [
      { box: '#total', from: [-0.08, -0.4], to: [0.7, 1.4] },
      { box: '#myAreaChart', from: [0.52, 0.16], to: [0.78, 0.5], colour: 'yellow' },
    ],
  },
];

const brand = (name: string, colour: string, dark: string) => `
  const sheet = document.createElement('style');
  sheet.textContent = '.bg-gradient-primary, .btn-primary, .page-item.active .page-link { background: ${colour} !important; border-color: ${colour} !important }' +
    '.bg-gradient-primary { background: linear-gradient(${colour}, ${dark}) !important } .text-primary, .page-link { color: ${colour} !important }' +
    '.border-left-primary { border-left-color: ${colour} !important }';
  document.head.append(sheet);
  const sidebar = document.querySelector('.sidebar-brand-text'); if (sidebar) sidebar.textContent = '${name}';
  for (const chart of Object.values(window.Chart?.instances ?? {}))
    for (const set of chart.data.datasets) {
      if (chart.config.type === 'line') Object.assign(set, { borderColor: '${colour}', pointBackgroundColor: '${colour}', pointBorderColor: '${colour}', backgroundColor: '${colour}14' });
      if (chart.config.type === 'bar') set.backgroundColor = '${colour}';
      chart.update({ duration: 0 });
    }`;

const desktop = [1280, 800] as const;

const elsewhere: readonly Scene[] = [
  {
    name: 'harbourgraph-pricing',
    page: 'pages/harbourgraph-pricing.html',
    viewport: desktop,
    marks: [{ box: '#no-price' }, { arrow: '#contact', from: [-0.45, 1.9], to: [0.3, 0.9] }],
  },
  {
    name: 'cargolytic-plans',
    page: 'pages/cargolytic-plans.html',
    viewport: desktop,
    marks: [{ box: '#switch' }, { box: '#note', from: [-0.03, -0.3], to: [0.62, 1.3], colour: 'yellow' }],
  },
  {
    name: 'dockmetric-billing',
    page: 'pages/dockmetric-billing.html',
    viewport: desktop,
    marks: [
      { box: '#viewer' },
      { redact: '#card', from: [0, 0], to: [0.32, 1] },
      { redact: '#account', from: [0, 0], to: [0.34, 1] },
    ],
  },
  {
    name: 'zhoulan-price',
    page: 'pages/zhoulan-price.html',
    viewport: desktop,
    marks: [{ box: '#rule', from: [-0.01, -0.3], to: [0.62, 1.3] }],
  },
  {
    name: 'cargolytic-welcome',
    page: 'pages/cargolytic-welcome.html',
    viewport: desktop,
    marks: [
      { box: '#step', from: [-0.02, -0.4], to: [1.02, 1.9] },
      { redact: '#company', from: [0, 0], to: [1, 1] },
    ],
  },
  {
    name: 'harbourgraph-sample',
    page: 'sb/index.html',
    viewport: desktop,
    prepare: `${brand('Harbourgraph', '#0d5c75', '#073c4d')}
      const bar = document.createElement('div'); bar.id = 'bar';
      bar.textContent = 'This is a sample. Bring in your own orders and it goes away.   Upload a file   ·   Connect a shop';
      bar.style.cssText = 'background:#fff3cd;color:#6b5200;padding:12px 24px;font-weight:700';
      document.querySelector('#content').prepend(bar);
      const who = document.querySelector('.topbar .text-gray-600'); who.id = 'account'; who.textContent = 'Account HG-77120';`,
    marks: [{ box: '#bar', from: [0.005, 0.05], to: [0.99, 0.95], colour: 'green' }, { redact: '#account' }],
  },
  {
    name: 'dockmetric-register',
    page: 'sb/register.html',
    viewport: desktop,
    prepare: `${brand('Dockmetric', '#4a3fb5', '#32298a')}
      const field = document.createElement('div'); field.className = 'form-group'; field.id = 'phone';
      field.innerHTML = '<input class="form-control form-control-user" placeholder="Phone number (we will call you to check it)">';
      document.querySelector('form.user .form-group').after(field);
      for (const button of document.querySelectorAll('.btn-google, .btn-facebook')) button.remove();`,
    marks: [{ box: '#phone' }],
  },
  {
    name: 'yunxiaoxing-guide',
    page: 'pages/yunxiaoxing-guide.html',
    viewport: desktop,
    marks: [
      { box: '#skip', colour: 'green' },
      { arrow: '#skip', from: [2.6, 2.2], to: [1.15, 0.9], colour: 'green' },
    ],
  },
  {
    name: 'zhoulan-home',
    page: 'sb/index.html',
    viewport: desktop,
    prepare: `${inChinese} ${brand('舟览数据', '#1660c4', '#0e438c')}
      const button = document.querySelector('.container-fluid .btn-primary'); button.textContent = '编辑布局'; button.id = 'edit';
      const cards = document.querySelectorAll('.container-fluid .row .card');
      cards[3].outerHTML = '<div id="add" class="card h-100 py-4 text-center" style="border:2px dashed #9db7dd;background:none;color:#1660c4">＋ 添加卡片</div>';`,
    marks: [{ box: '#edit' }, { box: '#add' }],
  },
  {
    name: 'dockmetric-table',
    page: 'sb/tables.html',
    viewport: desktop,
    prepare: `${brand('Dockmetric', '#4a3fb5', '#32298a')} $('#dataTable').DataTable().page.len(50).draw();
      scrollTo({ top: 700, behavior: 'instant' });
      const head = document.querySelector('#dataTable thead'); head.id = 'head';
      for (const cell of head.querySelectorAll('th')) cell.style.background = '#ecebfb';
      const shift = -head.getBoundingClientRect().top; head.style.transform = 'translateY(' + shift + 'px)';
      head.style.position = 'relative'; head.style.zIndex = 3;`,
    marks: [{ box: '#head', from: [0, 0.06], to: [1, 1], colour: 'green' }],
  },
  {
    name: 'harbourgraph-charts',
    page: 'sb/charts.html',
    viewport: desktop,
    prepare: `${brand('Harbourgraph', '#0d5c75', '#073c4d')}
      const line = myLineChart.data.datasets[0];
      myLineChart.data.datasets.push({ ...line, _meta: {}, label: 'Last year', borderColor: '#b5b9c4', backgroundColor: 'transparent', pointRadius: 0, borderWidth: 2,
        data: line.data.map((value, at) => Math.round(value * 0.72 + at * 260)) });
      myLineChart.update({ duration: 0 });
      document.querySelector('.card-header h6').innerHTML = 'Earnings <span style="color:#1cc88a" id="change">+12.4 % on last year</span>';
${withoutNotes}
      document.querySelector('.container-fluid > p').textContent = 'Orders, earnings and channels of the last twelve months';`,
    marks: [{ box: '#change' }, { arrow: '#myAreaChart', from: [0.62, 0.85], to: [0.55, 0.56] }],
  },
  {
    name: 'yunxiaoxing-channels',
    page: 'sb/charts.html',
    viewport: desktop,
    prepare: `${inChinese} ${withoutNotes} ${brand('运小星', '#12805c', '#0b5a40')} document.querySelector('.container-fluid > p').remove();
      Object.assign(myPieChart.data, { labels: ['自营', '合作商', '小程序', '电话', '门店', '其他'] });
      Object.assign(myPieChart.data.datasets[0], { data: [34, 22, 17, 11, 9, 7], backgroundColor: ['#12805c', '#3fae86', '#8ccfb4', '#f2b84b', '#e08b4a', '#b8beca'] });
      myPieChart.options.legend.display = true; myPieChart.options.legend.position = 'bottom'; myPieChart.update({ duration: 0 });`,
    marks: [{ box: '#myPieChart', from: [0, 0], to: [1, 1], colour: 'blue' }],
  },
];

/** Every picture, by the folder it lies in. */
export const scenes: readonly Scene[] = [
  ...reports.map((scene) => ({ ...scene, name: `attachments/${scene.name}` })),
  ...elsewhere.map((scene) => ({ ...scene, name: `captures/${scene.name}` })),
];
