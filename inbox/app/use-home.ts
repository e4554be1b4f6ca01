import { useEffect } from 'preact/hooks';
import { useWorkplace } from './workplace.ts';

/** Goes to the project that what is shown belongs to: a link may lead into another one of the reader's. */
export function useHome(project: string | undefined): void {
  const { project: here, chooseProject } = useWorkplace();
  useEffect(() => {
    if (project && project !== here.id) chooseProject(project);
  }, [project, here.id]);
}
