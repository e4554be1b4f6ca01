import { useEffect, useRef, useState } from 'preact/hooks';
import type { Backend, Member } from '../../shared/backend/backend.ts';
import { Spinner } from '../../shared/ui/status.tsx';
import { useText } from '../settings/text.ts';
import { shell } from '../settings/texts.ts';
import { SignIn } from './sign-in.tsx';
import { Staff } from './staff.tsx';

/**
 * Shows the sign-in in place of whatever the address asks for, as long as nobody is signed in. The address
 * stays, so that the reader is where he was when he comes back.
 */
export function SessionGate({ backend, name }: { backend: Backend; name: string }) {
  const t = useText(shell);
  const [member, setMember] = useState<Member | null | undefined>(undefined);
  const left = useRef(false);
  const [ended, setEnded] = useState(false);
  useEffect(
    () =>
      backend.onMember((now) =>
        setMember((before) => {
          setEnded(before != null && now === null && !left.current);
          left.current = false;
          return now;
        }),
      ),
    [backend],
  );
  if (member === undefined)
    return (
      <main class="centre">
        <Spinner label={t('loading')} />
      </main>
    );
  if (member === null) return <SignIn backend={backend} name={name} ended={ended} />;
  return (
    <Staff
      key={member.userId}
      backend={backend}
      member={member}
      name={name}
      signOut={() => {
        left.current = true;
        void backend.signOut();
      }}
    />
  );
}
