import { createStore } from 'zustand/vanilla';

import type { Send } from '../messages/create-send';
import { hostOfText, patternOf } from '../sites/host';
import type { AllowedSites } from '../sites/types';
import { allowedSites } from '../storage/items';

export interface SitesState {
  sites: AllowedSites;
  /** Why the last site was not allowed: what was typed names none, or the browser was told not to. */
  problem: { kind: 'no-site' } | { kind: 'declined'; host: string } | null;
  load(): Promise<void>;
  /** Allows the site of a host or an address that the person gave. Must run in their click: the browser asks in it. */
  allow(text: string): Promise<boolean>;
  setHover(host: string, hover: boolean): Promise<void>;
  disallow(host: string): Promise<void>;
}

/**
 * The store of the sites that the person allows.
 * @param askBrowser asks the person for a match pattern; true where it is granted
 */
export function createSitesStore(ask: Send, askBrowser: (pattern: string) => Promise<boolean>) {
  return createStore<SitesState>((set) => ({
    sites: {},
    problem: null,
    async load() {
      set({ sites: await allowedSites.getValue() });
    },
    async allow(text) {
      const host = hostOfText(text);
      set({ problem: host ? null : { kind: 'no-site' } });
      if (!host) return false;
      // Said first and not waited for: a popup may be closed by the question, and a click is the person's own only now.
      const said = ask('site/allow', { host }).catch(() => null);
      const granted = await askBrowser(patternOf(host));
      await said;
      if (granted) set({ sites: await ask('site/allow', { host }) });
      else set({ problem: { kind: 'declined', host } });
      return granted;
    },
    async setHover(host, hover) {
      set({ sites: await ask('site/hover', { host, hover }) });
    },
    async disallow(host) {
      set({ sites: await ask('site/disallow', { host }) });
    },
  }));
}

/** Shows what is allowed and taken back elsewhere, also in the browser's own settings, until `signal` aborts. */
export function followSites(store: SitesStore, signal: AbortSignal): void {
  const end = allowedSites.watch((sites) => store.setState({ sites }));
  signal.addEventListener('abort', end, { once: true });
}

export type SitesStore = ReturnType<typeof createSitesStore>;
