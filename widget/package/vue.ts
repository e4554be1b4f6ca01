import {
  type MaybeRefOrGetter,
  onMounted,
  onScopeDispose,
  type ShallowRef,
  shallowRef,
  toValue,
  watch,
} from 'vue';
import { init } from '../loader/index.ts';
import type { Hearback, Options } from '../public.ts';

/**
 * Runs the widget as long as the component stands, and gives its handle; null before that and on a server.
 * A changed user is identified, one that is gone (logged out) is forgotten, and a changed context is told; another
 * project, language or look starts the widget anew.
 *
 *     const hearback = useHearback(() => ({ project: 'pk_…', api: 'https://…', user: user.value, signature }));
 */
export function useHearback(options: MaybeRefOrGetter<Options>): Readonly<ShallowRef<Hearback | null>> {
  const hearback = shallowRef<Hearback | null>(null);
  const now = (): Options => toValue(options);
  const start = () => {
    hearback.value?.destroy();
    const { beforeSend, ...plain } = now();
    hearback.value = init({
      ...plain,
      ...(beforeSend ? { beforeSend: (message) => now().beforeSend?.(message) ?? null } : {}),
    });
  };
  onMounted(() => {
    start();
    watch(() => {
      const { user: _user, signature: _signature, context: _context, beforeSend, ...rest } = now();
      return JSON.stringify([rest, beforeSend !== undefined]);
    }, start);
    watch(
      () => JSON.stringify([now().user, now().signature]),
      () => {
        const { user, signature } = now();
        void (user ? hearback.value?.identify(user, signature) : hearback.value?.reset());
      },
    );
    watch(
      () => JSON.stringify(now().context ?? {}),
      (_, before) => {
        const gone: Record<string, null> = {};
        for (const name of Object.keys(JSON.parse(before))) gone[name] = null;
        hearback.value?.setContext({ ...gone, ...now().context });
      },
    );
  });
  onScopeDispose(() => {
    hearback.value?.destroy();
    hearback.value = null;
  });
  return hearback;
}
