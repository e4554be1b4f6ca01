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
  // Null until it is known; `ended`: somebody was signed in and did not sign out himself.
  const [session, setSession] = useState<{ member: Member | null; ended: boolean } | null>(null);
  const left = useRef(false);
  useEffect(
    () =>
      backend.onMember((member) => {
        const unasked = !left.current;
        left.current = false;
        setSession((before) => ({ member, ended: unasked && member === null && before?.member != null }));
      }),
    [backend],
  );
  if (session === null)
    return (
      <main class="centre">
        <Spinner label={t('loading')} />
      </main>
    );
  const { member, ended } = session;
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
