/** How a page may take the widget in. */
export const ways = ['script', 'esm', 'react', 'vue'] as const;
export type Way = (typeof ways)[number];

/** The lines that put the widget into a page, with the project's own key and server in them. */
export function snippet(way: Way, project: { key: string; apiUrl: string }): string {
  const key = JSON.stringify(project.key);
  const api = JSON.stringify(project.apiUrl);
  switch (way) {
    case 'script':
      return [
        '<script',
        '  async',
        '  src="https://cdn.example.com/hearback/hearback.js"',
        `  data-project=${key}`,
        `  data-api=${api}`,
        '></script>',
      ].join('\n');
    case 'esm':
      return [
        "import { init } from 'hearback';",
        '',
        'const hearback = init({',
        `  project: ${key},`,
        `  api: ${api},`,
        '});',
      ].join('\n');
    case 'react':
      return [
        "import { useHearback } from 'hearback/react';",
        '',
        'export function App() {',
        `  const hearback = useHearback({ project: ${key}, api: ${api} });`,
        "  return <button onClick={() => hearback?.open('bug')}>Feedback</button>;",
        '}',
      ].join('\n');
    case 'vue':
      return [
        '<script setup>',
        "import { useHearback } from 'hearback/vue';",
        '',
        `const hearback = useHearback({ project: ${key}, api: ${api} });`,
        '</script>',
        '',
        '<template>',
        '  <button @click="hearback?.open(\'bug\')">Feedback</button>',
        '</template>',
      ].join('\n');
  }
}

/** What a server of the host product does to sign a user for `identify`, in Node; `secret` stays on the server. */
export const signing = [
  "import { createHmac } from 'node:crypto';",
  '',
  'export function hearbackSignature(userId) {',
  '  const t = Math.floor(Date.now() / 1000);',
  "  const v1 = createHmac('sha256', process.env.HEARBACK_SECRET)",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code that is shown
  "    .update(`${t}.${userId}`).digest('hex');",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code that is shown
  '  return `t=${t},v1=${v1}`;',
  '}',
].join('\n');
