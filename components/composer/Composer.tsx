import './Composer.css';
import { useRef, useState } from 'preact/hooks';

import type { ImageCandidate } from '../../lib/capture/types';
import { siteOfPage } from '../../lib/drafts/site';
import type { BoardChoice } from '../../lib/drafts/types';
import type { ErrorAction } from '../../lib/error-text';
import { fromErrorInfo, type AppError } from '../../lib/errors';
import { t } from '../../lib/i18n';
import type { When } from '../../lib/outbox/when';
import type { BoardsStore } from '../../lib/state/boards';
import { laneOf, type ComposerStore } from '../../lib/state/composer';
import { leadOf, pinCount, sharedWords } from '../../lib/state/tray';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { useStore } from '../use-store';
import type { ReadBytes } from './Along';
import { BoardField } from './BoardField';
import { Footer } from './Footer';
import {
  LateAllPreview,
  LateAlong,
  LateAskAgain,
  LateAskLane,
  LateCrop,
  LateLint,
  LatePicker,
  LatePickerDialog,
  LateScheduleDialog,
  LateTray,
  LateVideo,
} from './late-parts';
import { Preview } from './Preview';
import { saveDialogUrl } from './save-dialog';
import { useBoardFocus } from './use-board-focus';
import { LinkField, Words } from './Words';

interface ComposerProps {
  composer: ComposerStore;
  boards: BoardsStore;
  connection: 'loading' | 'signed-out' | 'connecting' | 'connected';
  /** Origin of Pinterest's site, for its save dialog. */
  siteUrl: string;
  readBytes: ReadBytes;
  onConnect: () => void;
  /** Whether the account lets Tack see its secret boards. */
  hasSecret: boolean;
  /** Asks the browser to let Tack read a picture's site; true where the person allowed it. */
  onGrantSite: (imageUrl: string) => Promise<boolean>;
  onOpenUrl: (url: string) => void;
  onPublished: (toast: 'page' | 'view', jobId: string) => void;
  /** Where the page's pictures are: below, where there is room, or in a dialog with a way to that place. */
  picker: 'below' | { onLarger: () => void };
  /** Makes room for the page, where a part of the screen is chosen. */
  onClose: () => void;
  onAction: (action: ErrorAction, error: AppError) => void;
}

/** The pin being made: picture, words, board, and the one button. */
export function Composer(props: ComposerProps) {
  const { composer, boards, connection, siteUrl, onPublished } = props;
  const draft = useStore(composer, (state) => state.draft);
  const tray = useStore(composer, (state) => state.tray);
  const capture = useStore(composer, (state) => state.capture);
  const status = useStore(composer, (state) => state.status);
  const error = useStore(composer, (state) => state.error);
  const [choosing, setChoosing] = useState(false);
  const known = useStore(composer, (state) => state.lane);
  const [asking, setAsking] = useState(0); // how often: each time the answer gets the focus
  const lane = useStore(composer, laneOf);
  const { setLane, decideSite, edit } = composer.getState();
  const board = useRef<HTMLInputElement>(null);
  const when = useRef<When | undefined>(undefined); // kept through what is asked before it is sent
  const [suggested, setSuggested] = useState<BoardChoice | null>(null);
  const [scheduling, setScheduling] = useState(false);
  const [cropping, setCropping] = useState(false);
  const below = useRef<HTMLDivElement>(null);
  useBoardFocus(board, draft !== null, connection);
  if (!draft) return null;

  const connected = connection === 'connected';
  const lead = leadOf({ draft, tray }) ?? draft;
  const all = tray?.open === null ? sharedWords(tray) : null;
  const written = all ? { ...draft, ...all.words } : draft;
  const isPin = lead.image.pinId !== null;
  const isSaving = isPin && lane === 'save';
  const busy = status === 'publishing';
  const save = () => props.onOpenUrl(saveDialogUrl(siteUrl, draft));
  const publish = async (at?: When) => {
    when.current = at;
    if (lane === 'save' && !isPin) {
      save();
      return;
    }
    if (!connected) {
      props.onConnect();
      return;
    }
    // Asked once for a site; what the person brings along is theirs.
    if (!isSaving && !known && draft.image.from !== 'file') {
      setAsking(asking + 1);
      return;
    }
    await send();
  };
  const send = async (confirmed = false) => {
    const at = when.current ? { when: when.current } : {};
    if (suggested) await composer.getState().giveBoard(suggested); // as it was shown
    const toast = await composer.getState().publish({ confirmed, ...at });
    if (toast) onPublished(toast, composer.getState().jobId ?? '');
    else if (composer.getState().error?.code !== 'draft/repeated') board.current?.focus();
  };
  const repeated = error?.code === 'draft/repeated';
  const showPicker = () => {
    if (props.picker !== 'below') setChoosing(true);
    else below.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
  };
  const images = capture?.images ?? [];
  // Of a pin that is there, no bytes are needed.
  const unread = draft.media.state === 'failed' && !isSaving ? draft.media.error : null;
  const problem = error ?? (unread && fromErrorInfo(unread));
  // Without it, what the tab shows is all that is left.
  const grantEnd = (granted: boolean) =>
    void (granted ? composer.getState().reread() : composer.getState().takeFromScreen());
  const act = (action: ErrorAction, of: AppError) => {
    if (action === 'choose-image') showPicker();
    else if (action === 'choose-board') board.current?.focus();
    else if (action === 'save-dialog') save();
    else if (action === 'grant-site') void props.onGrantSite(draft.image.url).then(grantEnd);
    else if (action === 'take-from-screen') void composer.getState().takeFromScreen();
    else props.onAction(action, of);
  };

  const pickerProps = {
    images,
    chosen: draft.image.url,
    onFrames: composer.getState().listFrames,
    onRegion: () => {
      setChoosing(false);
      void composer.getState().chooseRegion(props.onClose);
    },
    onShow: (image: ImageCandidate) => void composer.getState().showOnPage(image),
    onChoose: (chosen: ImageCandidate[]) => {
      setChoosing(false);
      void composer.getState().choose(chosen);
    },
  };
  return (
    <>
      <form
        class="composer"
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        {tray && (
          <LateTray
            {...{ tray, lead }}
            readBytes={props.readBytes}
            onShow={(id) => composer.getState().show(id)}
            onLeaveOut={(key) => void composer.getState().leaveOut(key)}
            onTogether={composer.getState().setTogether}
          />
        )}
        <div class="composer-top">
          {all && tray ? (
            <LateAllPreview tray={tray} readBytes={props.readBytes} onOther={showPicker} />
          ) : draft.media.state === 'kept' && draft.media.video ? (
            <LateVideo
              key={draft.id}
              draft={draft}
              readBytes={props.readBytes}
              onOther={showPicker}
              onCover={(coverMs) => edit({ coverMs })}
            />
          ) : (
            <Preview
              draft={draft}
              images={images}
              readBytes={props.readBytes}
              onOther={showPicker}
              onVersion={(url) => void composer.getState().chooseVersion(url)}
              onCrop={
                lane === 'create' && draft.media.state === 'kept' ? () => setCropping(true) : null
              }
            />
          )}
          {isSaving ? (
            <p class="composer-words small muted">{t('savePinWords')}</p>
          ) : (
            <Words
              draft={written}
              different={all?.different}
              onEdit={edit}
              onSubmit={() => void publish()}
            />
          )}
        </div>
        {!tray && draft.also.length > 0 && (
          <LateAlong
            draft={draft}
            readBytes={props.readBytes}
            onLeaveOut={(key) => void composer.getState().leaveOut(key)}
            onTogether={(together) => composer.getState().setTogether(together)}
          />
        )}
        {(lane === 'create' || isPin) && connected && (
          <BoardField
            {...{ composer, boards, draft, suggested }}
            isMixed={all?.different.has('board') ?? false}
            onSuggested={setSuggested}
            onEnter={() => void publish()}
            hasSecret={props.hasSecret}
            inputRef={board}
          />
        )}
        {!isSaving && <LinkField draft={written} different={all?.different} onEdit={edit} />}
        {problem && !repeated && (
          <ErrorNotice error={problem} onAction={(action) => act(action, problem)} />
        )}
        {!isSaving && lane === 'create' && connected && !all && (
          <LateLint
            draft={draft}
            pageText={capture?.page.description ?? ''}
            onEdit={edit}
            onVersion={(url) => void composer.getState().chooseVersion(url)}
          />
        )}
        <span class="grow" />
        {repeated ? (
          <LateAskAgain
            error={error}
            onAgain={() => void send(true)}
            onCancel={() => {
              composer.getState().dismissError();
              board.current?.focus();
            }}
          />
        ) : asking > 0 ? (
          <LateAskLane
            site={siteOfPage(draft.pageUrl)}
            round={asking}
            onCancel={() => {
              setAsking(0);
              board.current?.focus();
            }}
            onAnswer={(said) => {
              setAsking(0);
              decideSite(said);
              if (said === 'save' && !isPin) save();
              else void send();
            }}
          />
        ) : (
          <Footer
            count={pinCount({ draft, tray })}
            lane={lane}
            isPin={isPin}
            onLane={setLane}
            connection={connection}
            busy={busy}
            onSchedule={lane === 'create' || isPin ? () => setScheduling(true) : null}
            onSave={save}
          />
        )}
      </form>
      {cropping && draft.media.state === 'kept' && (
        <LateCrop
          picture={draft.media}
          crop={draft.crop ?? null}
          read={() => props.readBytes(draft.id)}
          onCrop={(crop) => edit({ crop })}
          onClose={() => setCropping(false)}
        />
      )}
      {scheduling && (
        <LateScheduleDialog
          onClose={() => setScheduling(false)}
          onChoose={(chosen) => {
            setScheduling(false);
            void publish(chosen);
          }}
        />
      )}
      {props.picker === 'below' && (
        <div ref={below} class="composer-below">
          <h2>{t('imageChoose')}</h2>
          <LatePicker {...pickerProps} size="large" />
        </div>
      )}
      {choosing && props.picker !== 'below' && (
        <LatePickerDialog
          {...pickerProps}
          onLarger={props.picker.onLarger}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
