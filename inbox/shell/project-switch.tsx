import { useState } from 'preact/hooks';
import { Select } from '../../shared/ui/field.tsx';
import { useWorkplace } from '../app/workplace.ts';
import { everything, type Route } from '../routing/route.ts';
import { leave, navigate, useRoute } from '../routing/router.ts';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';

/** The product whose feedback is shown; a plain name where there is one only. */
export function ProjectSwitch() {
  const { project, projects, chooseProject } = useWorkplace();
  const route = useRoute();
  const t = useText(shell);
  const [turn, setTurn] = useState(0);
  if (projects.length < 2) return <p class="project-name">{project.name}</p>;
  return (
    <Select
      key={turn}
      label={t('project')}
      labelHidden
      value={project.id}
      options={projects.map((one) => ({ value: one.id, label: one.name }))}
      onValue={(id) => {
        // What is open belongs to the other project. Whoever stays sees the name of where he is again.
        setTurn(turn + 1);
        leave(() => {
          navigate(listOf(route));
          chooseProject(id);
        });
      }}
    />
  );
}

function listOf(route: Route): Route {
  switch (route.name) {
    case 'conversations':
      return { name: 'conversations', id: null, filter: route.filter };
    case 'article':
    case 'new-article':
      return { name: 'articles' };
    case 'survey':
    case 'survey-results':
    case 'new-survey':
      return { name: 'surveys' };
    case 'board':
      return { name: 'boards' };
    case 'unknown':
      return { name: 'conversations', id: null, filter: everything };
    default:
      return route;
  }
}
