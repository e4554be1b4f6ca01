import '../shared/ui/tokens.css';
import '../shared/ui/base.css';
import '../shared/ui/controls.css';
import '../shared/ui/status.css';
import '../shared/ui/overlays.css';
import './app/app.css';
import { render } from 'preact';
import { App } from './app/app.tsx';

render(<App />, document.body);
