import { createToasts } from '../../shared/ui/toast.tsx';

/** The one line of short notices at the foot of the window. */
export const notices = createToasts();
