import articles from './articles/en.ts';
import boards from './boards/en.ts';
import conversations from './conversations/en.ts';
import nps from './nps/en.ts';
import pictures from './pictures/en.ts';
import project from './project/en.ts';
import shell from './shell/en.ts';
import surveys from './surveys/en.ts';

/** All that the inbox says, for translators and tests. Its screens import their own part, which loads with them. */
export default { shell, conversations, articles, nps, boards, pictures, project, surveys };
