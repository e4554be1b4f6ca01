import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { readDraft } from '../form/draft/draft.ts';
import { Form } from '../form/form.tsx';
import { emptyForm } from '../form/form-state.ts';
import { Boundary } from '../frame/boundary.tsx';
import { Failed } from '../frame/failed.tsx';
import { LanguageContext } from '../frame/language.ts';
import { room } from '../frame/room.tsx';
import type { Core } from '../loader/core.ts';
import type { EditorLayer } from '../picture/editor-layer.tsx';
import type { EditorRequest } from '../picture/editor-request.ts';
import type { OutgoingConversation } from '../sending/outgoing.ts';
import { Dialog } from './dialog.tsx';
import { Home } from './home/home.tsx';
import { type Panel, PanelContext, type WayBack } from './panel.ts';
import { type Place, placeOf, viewOf } from './place.ts';
import { type AppWords, loadWords, WordsContext } from './words.ts';

const ConversationList = room(async () => (await import('../conversations/list.tsx')).ConversationList);
const ThreadView = room(async () => (await import('../conversations/thread.tsx')).ThreadView);
const SendingView = room(async () => (await import('../sending/sending-view.tsx')).SendingView);

/** What the loader asks for. `turn` grows with every call, so that asking for the same again is heard. */
export interface Wish {
  readonly open: boolean;
  readonly view: unknown;
  readonly turn: number;
}

/** The whole panel: where the visitor is, what he has written, and the words it is said in. */
export function App({ core, wish, words: first }: { core: Core; wish: Wish; words: AppWords }) {
  const [draft] = useState(() => readDraft(core));
  const [words, setWords] = useState(first);
  const [place, go] = useState<Place>(() =>
    placeOf(wish.view, draft ? { at: 'form', kind: draft.kind } : { at: 'home' }),
  );
  const [form, change] = useState(() => emptyForm(draft));
  const [editing, setEditing] = useState<{ request: EditorRequest; Layer: typeof EditorLayer } | null>(null);
  const [away, aside] = useState(false);
  const [spoken, say] = useState('');
  const [back, setBack] = useState<WayBack | null>(null);
  const { open } = wish;

  // What was said of one view does not stand at the end of the next; before that has something to say.
  useLayoutEffect(() => say(''), [place]);
  useEffect(() => {
    if (open) go((before) => placeOf(wish.view, before));
    // What is on its way needs no watching: home says whether something still waits.
    else go((before) => (before.at === 'sending' ? { at: 'home' } : before));
  }, [open, wish.turn]);
  useEffect(() => {
    if (!open) return;
    core.emit('opened', { view: viewOf(placeOf(wish.view, place)) });
    return () => core.emit('closed', {});
  }, [core, open]);
  useEffect(() => {
    const startAnew = () => {
      change(emptyForm(null));
      go({ at: 'home' });
    };
    core
      .session()
      .then((session) => session.onVisitor((who) => who === 'other' && startAnew(), core.signal))
      .catch(core.report);
  }, [core]);

  const panel = useMemo<Panel>(
    () => ({
      core,
      open,
      go,
      setBack,
      // The same again is heard again.
      announce: (text) => say((before) => (text && text === before ? `${text}\xa0` : text)),
      aside,
      // The panel gives way once the window is there, and not before.
      edit: async (picture) => {
        const { EditorLayer: Layer } = await import('../picture/editor-layer.tsx');
        return new Promise((resolve) => {
          const done: EditorRequest['done'] = (edited) => {
            setEditing(null);
            resolve(edited);
          };
          setEditing({ request: { ...picture, done }, Layer });
        });
      },
    }),
    [core, open],
  );

  const editAgain = async (refused: OutgoingConversation) =>
    (await import('../form/edit-again.ts')).editAgain(refused, change, go);

  return (
    <WordsContext.Provider value={words}>
      <LanguageContext.Provider value={words.language}>
        <PanelContext.Provider value={panel}>
          <Dialog
            shown={open && !editing && !away}
            open={open}
            place={place}
            spoken={spoken}
            back={back}
            onLanguage={(language) => {
              core.setLocale(language);
              loadWords(core).then(setWords, core.report);
            }}
          >
            <Boundary key={place.at} report={core.report} fallback={(again) => <Failed again={again} />}>
              {place.at === 'home' && <Home />}
              {place.at === 'form' && <Form kind={place.kind} form={form} change={change} />}
              {place.at === 'sending' && <SendingView id={place.item} edit={editAgain} />}
              {place.at === 'conversations' && <ConversationList />}
              {place.at === 'thread' && <ThreadView id={place.conversation} change={change} />}
            </Boundary>
          </Dialog>
          {editing && <editing.Layer request={editing.request} />}
        </PanelContext.Provider>
      </LanguageContext.Provider>
    </WordsContext.Provider>
  );
}
