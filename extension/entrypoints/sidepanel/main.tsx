import '../../views/page.css';
import '../../panel/panel.css';
import { Panel } from '../../panel/panel.tsx';
import { show } from '../../views/show.tsx';

show(<Panel />);
