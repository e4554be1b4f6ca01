import articles from './articles/zh-CN.ts';
import boards from './boards/zh-CN.ts';
import conversations from './conversations/zh-CN.ts';
import nps from './nps/zh-CN.ts';
import pictures from './pictures/zh-CN.ts';
import project from './project/zh-CN.ts';
import shell from './shell/zh-CN.ts';
import surveys from './surveys/zh-CN.ts';

export default { shell, conversations, articles, nps, boards, pictures, project, surveys };
