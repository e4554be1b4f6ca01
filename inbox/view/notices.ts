import { createToasts } from '../../shared/ui/toast.tsx';

/** The short notices, one at a time, clear of what is being written. */
export const notices = createToasts();
