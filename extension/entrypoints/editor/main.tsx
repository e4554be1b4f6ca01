import '../../views/page.css';
import '../../../shared/annotate/editor.css';
import '../../editor/editor.css';
import { Editor } from '../../editor/editor.tsx';
import { show } from '../../views/show.tsx';

// The draft's id stands behind the hash: a reload of the tab goes on with the same capture.
show(<Editor draftId={location.hash.slice(1)} />);
