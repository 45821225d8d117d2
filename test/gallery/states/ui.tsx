import { useState } from 'preact/hooks';

import { Badge } from '../../../components/ui/Badge';
import { Button, IconButton } from '../../../components/ui/Button';
import { Combobox } from '../../../components/ui/Combobox';
import { Dialog } from '../../../components/ui/Dialog';
import { TextArea, TextField } from '../../../components/ui/Field';
import {
  ClockIcon,
  CloseIcon,
  CropIcon,
  DeleteIcon,
  EditIcon,
  LockIcon,
  PanelIcon,
  PictureIcon,
  PlusIcon,
  SettingsIcon,
  SiteIcon,
  TackMark,
} from '../../../components/ui/icons';
import { Notice } from '../../../components/ui/Notice';
import { Picture } from '../../../components/ui/Picture';
import { RovingList } from '../../../components/ui/RovingList';
import { Segmented } from '../../../components/ui/Segmented';
import { Skeleton } from '../../../components/ui/Skeleton';
import { Sparkline } from '../../../components/ui/Sparkline';
import { Switch } from '../../../components/ui/Switch';
import { Tabs } from '../../../components/ui/Tabs';
import { Toast } from '../../../components/ui/Toast';
import { t } from '../../../lib/i18n';
import { longWords, picture } from '../data.ts';
import { find, type GalleryState } from '../state.ts';
import { nothing } from '../stores.ts';

const state = (
  name: string,
  draw: GalleryState['draw'],
  act?: GalleryState['act'],
): GalleryState => ({ name: `ui/${name}`, size: 'part', draw, ...(act ? { act } : {}) });

/** A row or a pile of primitives. */
const Row = ({ children }: { children: preact.ComponentChildren }) => (
  <div class="gallery-row">{children}</div>
);

const options = ['Bread', 'Dinner party', longWords.name].map((text) => ({
  key: text,
  text,
  content: <span>{text}</span>,
}));

function Board() {
  const [query, setQuery] = useState('');
  return (
    <Combobox
      label={t('fieldBoard')}
      value="Bread"
      options={options}
      {...{ query }}
      onQuery={setQuery}
      onChoose={nothing}
    />
  );
}

const icons = [
  PanelIcon,
  SettingsIcon,
  CropIcon,
  CloseIcon,
  ClockIcon,
  LockIcon,
  PlusIcon,
  PictureIcon,
  EditIcon,
  DeleteIcon,
];

/** The primitives, each in its states. */
export const uiStates: GalleryState[] = [
  state('buttons', () => (
    <Row>
      <Button kind="primary" shortcut="↵">
        {t('pinIt')}
      </Button>
      <Button>{t('openSettings')}</Button>
      <Button kind="plain">{t('actionRetry')}</Button>
      <Button kind="primary" disabled>
        {t('pinIt')}
      </Button>
      <Button kind="primary" busy>
        {t('connecting')}
      </Button>
      <IconButton label={t('openSettings')} onClick={nothing}>
        <SettingsIcon />
      </IconButton>
    </Row>
  )),
  state('badges and icons', () => (
    <Row>
      <Badge>{t('sandboxBadge')}</Badge>
      <Badge>12</Badge>
      <TackMark />
      {icons.map((Icon) => (
        <Icon key={Icon.name} />
      ))}
      <SiteIcon isOn />
      <SiteIcon isOn={false} />
    </Row>
  )),
  state('fields', () => (
    <>
      <TextField label={t('fieldTitle')} value="" limit={100} onInput={nothing} />
      <TextField
        label={t('fieldTitle')}
        value={longWords.title.repeat(2)}
        limit={100}
        onInput={nothing}
      />
      <TextField
        label={t('fieldLink')}
        value="lindas kitchen"
        error={t('errBadLink')}
        onInput={nothing}
      />
    </>
  )),
  state('text area', () => (
    <TextArea label={t('fieldDescription')} value={longWords.title} limit={800} onInput={nothing} />
  )),
  state(
    'combobox open',
    () => <Board />,
    async () => {
      const field = await find('[role=combobox]');
      field.focus();
      field.click();
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
      await find('[role=option]');
    },
  ),
  state('notices', () => (
    <Row>
      <Notice
        what={t('errUnreachable')}
        safe={t('hostsWhy')}
        todo={t('todoWaits')}
        action={{ label: t('actionRetry'), run: nothing }}
        onDismiss={nothing}
      />
      <Notice tone="hint" what={t('errNeedsAds')} todo={t('todoNeedsAds')} />
    </Row>
  )),
  state('dialog', () => (
    <Dialog title={t('scheduleTitle')} onClose={nothing}>
      <p>{t('defaultsWords')}</p>
      <Button kind="primary">{t('pinIt')}</Button>
    </Dialog>
  )),
  state('toast', () => (
    <Toast
      picture={<Picture url={picture(0)} />}
      detail="lindaskitchen.com"
      actions={[{ label: t('actionOpen'), run: nothing }]}
      endsAfterMs={null}
      onEnd={nothing}
    >
      {longWords.name}
    </Toast>
  )),
  state('choices', () => (
    <Row>
      <Segmented
        label={t('optionsAppearance')}
        value="light"
        options={[
          { value: 'light', label: t('themeLight') },
          { value: 'dark', label: t('themeDark') },
        ]}
        onChange={nothing}
      />
      <Switch label={t('notifyLabel')} words={t('notifyWords')} checked onChange={nothing} />
      <Switch label={t('delayLabel')} checked={false} onChange={nothing} />
    </Row>
  )),
  state('tabs', () => (
    <Tabs
      label={t('panelTabs')}
      value="stats"
      tabs={[
        { value: 'stats', label: t('tabStats') },
        { value: 'library', label: t('tabLibrary') },
      ]}
      onChange={nothing}
    >
      {t('recentPinsEmpty')}
    </Tabs>
  )),
  state('list', () => (
    <RovingList
      label={t('tabLibrary')}
      items={options}
      keyOf={({ key }) => key}
      rowHeight={32}
      onKey={() => false}
    >
      {({ text }) => text}
    </RovingList>
  )),
  {
    ...state('pictures, loading and not', () => (
      <Row>
        <Picture url={picture(1, 80, 120)} alt="" />
        <Picture url={null} />
        <Skeleton height="48px" />
        <Skeleton height="48px" width="48px" round="50%" />
        <Sparkline values={[3, 5, null, 4, 8, 9, 7]} estimated={2} />
      </Row>
    )),
    isLoading: true,
  },
];
