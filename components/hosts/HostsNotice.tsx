import './HostsNotice.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { t } from '../../lib/i18n';
import { areHostsGranted, askForHosts, neededHosts } from '../../lib/sites/needed';
import { Notice } from '../ui/Notice';

interface HostsNoticeProps {
  /** Called when they are granted, with whatever could not be read before. */
  onGranted: () => void;
}

const withoutScheme = (pattern: string) => pattern.replace(/^https?:\/\/|\/\*$/g, '');

/** Says that the browser does not let Tack reach Pinterest, why that is needed, and asks for it at a click. */
export function HostsNotice({ onGranted }: HostsNoticeProps) {
  const [isMissing, setMissing] = useState(false);
  const tellGranted = useRef(onGranted);
  tellGranted.current = onGranted;
  useEffect(() => {
    let wasMissing = false;
    const look = async () => {
      const missing = !(await areHostsGranted());
      setMissing(missing);
      if (wasMissing && !missing) tellGranted.current();
      wasMissing = missing;
    };
    void look();
    const hear = () => void look();
    const events = [browser.permissions.onAdded, browser.permissions.onRemoved];
    for (const event of events) event.addListener(hear);
    return () => events.forEach((event) => event.removeListener(hear));
  }, []);
  if (!isMissing) return null;
  const hosts = neededHosts().map(withoutScheme).join(', ');
  return (
    <div class="hosts-notice">
      <Notice
        what={t('hostsMissing')}
        safe={t('hostsWhy')}
        todo={hosts}
        action={{ label: t('hostsAllow'), run: () => void askForHosts() }}
      />
    </div>
  );
}
