// What product managers see elsewhere: invented products.
import { inChinese } from './chinese.ts';
import { type Scene, withoutNotes } from './scene.ts';

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

export const elsewhere: readonly Scene[] = [
  {
    name: 'harbourgraph-pricing',
    page: 'pages/harbourgraph-pricing.html',
    viewport: desktop,
    marks: [
      { box: '#no-price' },
      { arrow: '#contact', from: [1.24, 2.2], to: [1.02, 0.8] },
      { text: '#contact', at: [1.1, 2.3], words: '11 fields' },
    ],
  },
  {
    name: 'cargolytic-plans',
    page: 'pages/cargolytic-plans.html',
    viewport: desktop,
    marks: [{ box: '#switch' }, { highlight: '#note', from: [0, 0.5], to: [0.58, 0.5] }],
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
    marks: [
      { highlight: '#rule', from: [0, 0.5], to: [0.6, 0.5] },
      { text: '#rule', at: [0, 1.4], words: '自动升档，不会自动降档' },
    ],
  },
  {
    name: 'cargolytic-welcome',
    page: 'pages/cargolytic-welcome.html',
    viewport: desktop,
    marks: [
      { box: '#step', from: [-0.02, -0.4], to: [1.02, 1.9] },
      { text: '#step', at: [0.42, -1.85], words: 'still no number to see' },
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
    marks: [{ ellipse: '#phone', from: [-0.03, -0.25], to: [1.03, 1.2] }],
  },
  {
    name: 'yunxiaoxing-guide',
    page: 'pages/yunxiaoxing-guide.html',
    viewport: desktop,
    marks: [
      { box: '#skip', colour: 'green' },
      { arrow: '#skip', from: [2.6, 2.2], to: [1.15, 0.9], colour: 'green' },
      { text: '#skip', at: [2.7, 1.8], words: '随时可以跳过', colour: 'green' },
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
    marks: [
      { box: '#edit' },
      { step: '#edit', at: [-0.25, 0.5], number: 1 },
      { box: '#add' },
      { step: '#add', at: [0, 0], number: 2 },
    ],
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
    marks: [
      { box: '#change' },
      { arrow: '#myAreaChart', from: [0.62, 0.85], to: [0.55, 0.56] },
      { text: '#myAreaChart', at: [0.58, 0.87], words: 'thin, grey, behind: good' },
    ],
  },
  {
    name: 'yunxiaoxing-channels',
    page: 'sb/charts.html',
    viewport: desktop,
    prepare: `${inChinese} ${withoutNotes} ${brand('运小星', '#12805c', '#0b5a40')} document.querySelector('.container-fluid > p').remove();
      Object.assign(myPieChart.data, { labels: ['自营', '合作商', '小程序', '电话', '门店', '其他'] });
      Object.assign(myPieChart.data.datasets[0], { data: [34, 22, 17, 11, 9, 7], backgroundColor: ['#12805c', '#3fae86', '#8ccfb4', '#f2b84b', '#e08b4a', '#b8beca'] });
      myPieChart.options.legend.display = true; myPieChart.options.legend.position = 'bottom'; myPieChart.update({ duration: 0 });`,
    marks: [{ ellipse: '#myPieChart', from: [-0.04, -0.04], to: [1.04, 0.86], colour: 'blue' }],
  },
];
