import './Composer.css';
import { useEffect, useRef, useState } from 'preact/hooks';

import { textLimits } from '../../lib/capture/suggest';
import { siteOfPage } from '../../lib/drafts/site';
import type { Lane } from '../../lib/drafts/types';
import type { ErrorAction } from '../../lib/error-text';
import { fromErrorInfo, type AppError } from '../../lib/errors';
import { t, tn } from '../../lib/i18n';
import type { BoardsStore } from '../../lib/state/boards';
import type { ComposerStore } from '../../lib/state/composer';
import { BoardPicker } from '../board-picker/BoardPicker';
import { ErrorNotice } from '../error-notice/ErrorNotice';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextArea, TextField } from '../ui/Field';
import { late } from '../ui/late';
import { Segmented } from '../ui/Segmented';
import { Skeleton } from '../ui/Skeleton';
import { useStore } from '../use-store';
import { Preview } from './Preview';
import { saveDialogUrl } from './save-dialog';

interface ComposerProps {
  composer: ComposerStore;
  boards: BoardsStore;
  connection: 'loading' | 'signed-out' | 'connecting' | 'connected';
  /** Origin of Pinterest's site, for its save dialog. */
  siteUrl: string;
  readBytes: (id: string) => Promise<Blob | null>;
  onConnect: () => void;
  /** Whether the account lets Tack see its secret boards. */
  hasSecret: boolean;
  /** Asks the browser to let Tack read a picture's site; true where the person allowed it. */
  onGrantSite: (imageUrl: string) => Promise<boolean>;
  onOpenUrl: (url: string) => void;
  onPublished: (toast: 'page' | 'view') => void;
  onAction: (action: ErrorAction, error: AppError) => void;
}

const LatePicker = late(
  () => import('../picker/Picker').then(({ Picker }) => Picker),
  <Skeleton height="240px" />,
);

/** The pin being made: picture, words, board, and the one button. */
export function Composer(props: ComposerProps) {
  const { composer, boards, connection, siteUrl, onPublished } = props;
  const draft = useStore(composer, (state) => state.draft);
  const capture = useStore(composer, (state) => state.capture);
  const also = useStore(composer, (state) => state.also);
  const status = useStore(composer, (state) => state.status);
  const error = useStore(composer, (state) => state.error);
  const [choosing, setChoosing] = useState(false);
  const known = useStore(composer, (state) => state.lane);
  const [asking, setAsking] = useState(0); // how often: each time the answer gets the focus
  const lane = known ?? 'create';
  const { setLane } = composer.getState();
  const board = useRef<HTMLInputElement>(null);
  const hasDraft = draft !== null;
  useEffect(() => board.current?.focus(), [hasDraft, connection]);
  if (!draft) return null;

  const connected = connection === 'connected';
  const busy = status === 'publishing';
  const save = () => props.onOpenUrl(saveDialogUrl(siteUrl, draft));
  const publish = async () => {
    if (lane === 'save') {
      save();
      return;
    }
    if (!connected) {
      props.onConnect();
      return;
    }
    // Asked once for a site; what the person brings along is theirs.
    if (!known && draft.image.from !== 'file') {
      setAsking(asking + 1);
      return;
    }
    await send();
  };
  const send = async () => {
    const toast = await composer.getState().publish();
    if (toast) onPublished(toast);
    else board.current?.focus();
  };
  const edit = composer.getState().edit;
  const images = capture?.images ?? [];
  const problem =
    error ?? (draft.media.state === 'failed' ? fromErrorInfo(draft.media.error) : null);
  // Without it, another picture is all that is left.
  const grantEnd = (granted: boolean) =>
    granted ? void composer.getState().reread() : setChoosing(true);
  const act = (action: ErrorAction, of: AppError) => {
    if (action === 'choose-image') setChoosing(true);
    else if (action === 'choose-board') board.current?.focus();
    else if (action === 'save-dialog') save();
    else if (action === 'grant-site') void props.onGrantSite(draft.image.url).then(grantEnd);
    else props.onAction(action, of);
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <div class="composer-top">
        <Preview
          draft={draft}
          images={images}
          readBytes={props.readBytes}
          also={also.length}
          onOnlyThis={() => composer.getState().onlyThis()}
          onOther={() => setChoosing(true)}
          onVersion={(url) => void composer.getState().chooseVersion(url)}
        />
        <div class="composer-words">
          <TextField
            label={t('fieldTitle')}
            value={draft.title}
            limit={textLimits.title}
            onInput={(title) => edit({ title })}
          />
          <TextArea
            label={t('fieldDescription')}
            value={draft.description}
            limit={textLimits.description}
            onInput={(description) => edit({ description })}
            onSubmit={() => void publish()}
          />
          <TextField
            label={t('fieldAltText')}
            value={draft.altText}
            limit={textLimits.altText}
            onInput={(altText) => edit({ altText })}
          />
        </div>
      </div>
      {lane === 'create' && connected && (
        <BoardPicker
          store={boards}
          value={draft.board}
          onChange={(choice) => {
            edit({ board: choice });
            // The form of a new board is gone, and Enter is to pin from here.
            requestAnimationFrame(() => board.current?.focus());
          }}
          onEnter={() => void publish()}
          onSecret={props.hasSecret ? null : () => composer.getState().needFeature('secret')}
          inputRef={board}
        />
      )}
      <TextField
        label={t('fieldLink')}
        type="url"
        value={draft.link}
        limit={textLimits.link}
        spellcheck={false}
        onInput={(link) => edit({ link })}
        hint={
          draft.linkRemoved.length > 0 && (
            <span title={draft.linkRemoved.join(', ')}>
              {tn('linkRemoved', draft.linkRemoved.length)}{' '}
              {draft.linkBefore && (
                <Button
                  kind="plain"
                  onClick={() => edit({ link: draft.linkBefore ?? draft.link, linkRemoved: [] })}
                >
                  {t('linkRestore')}
                </Button>
              )}
            </span>
          )
        }
      />
      {problem && <ErrorNotice error={problem} onAction={(action) => act(action, problem)} />}
      <span class="grow" />
      {asking > 0 ? (
        <AskLane
          site={siteOfPage(draft.pageUrl)}
          round={asking}
          onAnswer={(said) => {
            setAsking(0);
            setLane(said);
            if (said === 'save') save();
            else void send();
          }}
        />
      ) : (
        <Footer
          count={also.length + 1}
          lane={lane}
          onLane={setLane}
          connection={connection}
          busy={busy}
          onSave={save}
        />
      )}
      {choosing && (
        <Dialog title={t('imageChoose')} onClose={() => setChoosing(false)}>
          <LatePicker
            images={images}
            chosen={draft.image.url}
            onShow={(image) => void composer.getState().showOnPage(image)}
            onChoose={(chosen) => {
              setChoosing(false);
              void composer.getState().choose(chosen);
            }}
          />
        </Dialog>
      )}
    </form>
  );
}

interface AskLaneProps {
  site: string;
  /** How often it was asked. */
  round: number;
  onAnswer: (lane: Lane) => void;
}

/** Whether a site's pictures are the person's to publish: what is not keeps its source with Pinterest's own dialog. */
function AskLane({ site, round, onAnswer }: AskLaneProps) {
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), [round]);
  return (
    <fieldset class="composer-ask">
      <legend class="small">{t('laneAsk', site)}</legend>
      <Button buttonRef={yes} onClick={() => onAnswer('create')}>
        {t('laneMine')}
      </Button>
      <Button onClick={() => onAnswer('save')}>{t('laneNotMine')}</Button>
      <span class="tiny faint">{t('laneRemembered')}</span>
    </fieldset>
  );
}

interface FooterProps {
  /** How many pictures are pinned. */
  count: number;
  lane: Lane;
  onLane: (lane: Lane) => void;
  connection: ComposerProps['connection'];
  busy: boolean;
  onSave: () => void;
}

function Footer({ count, lane, onLane, connection, busy, onSave }: FooterProps) {
  const connected = connection === 'connected';
  return (
    <div class="composer-foot">
      {connected && (
        <>
          <Segmented
            label={t('laneLabel')}
            value={lane}
            onChange={onLane}
            options={[
              { value: 'create', label: t('laneCreate') },
              { value: 'save', label: t('laneSave') },
            ]}
          />
          <span class="tiny faint composer-lane">
            {t(lane === 'create' ? 'laneCreateHint' : 'laneSaveHint')}
          </span>
        </>
      )}
      <span class="grow" />
      {!connected && <Button onClick={onSave}>{t('saveWithPinterest')}</Button>}
      <Button
        kind="primary"
        type="submit"
        busy={busy || connection === 'connecting'}
        {...(connected ? { shortcut: '↵' } : {})}
      >
        {connected
          ? lane === 'save'
            ? t('saveWithPinterest')
            : count > 1
              ? tn('pinIt', count)
              : t('pinIt')
          : t(connection === 'connecting' ? 'connecting' : 'connectPinterest')}
      </Button>
    </div>
  );
}
