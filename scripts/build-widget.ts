// Builds the widget into dist/widget.
import { join } from 'node:path';
import { buildWidget } from '../widget/build.ts';
import { root } from './commands.ts';

await buildWidget({ outDir: join(root, 'dist', 'widget') });
