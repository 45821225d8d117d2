import { writeAccount } from '../auth/vault';
import { bareImage } from '../capture/bare-image';
import { addDraft } from '../drafts/store';
import type { Draft } from '../drafts/types';

let count = 0;

/** Signs an account in, for tests of what is published. */
export async function signedIn(id: string): Promise<void> {
  const app = { appId: '1', appSecret: 's', environment: 'local' } as const;
  const view = {
    id,
    username: id,
    imageUrl: null,
    accountType: 'PINNER' as const,
    environment: 'local' as const,
    scopes: [],
  };
  await writeAccount({ version: 1, kind: 'account', app, tokens: null, view });
}

/** A draft of a picture that Pinterest fetches itself, kept, with a board. */
export async function keptDraft(picture: string, more: Partial<Draft> = {}): Promise<Draft> {
  count += 1;
  const draft: Draft = {
    id: `draft-${count}`,
    version: 3,
    createdAt: 0,
    updatedAt: 0,
    edited: true,
    tabId: -1,
    pageUrl: 'https://kitchen.example/',
    pageTitle: '',
    image: bareImage(picture),
    media: { state: 'by-url', url: picture },
    also: [],
    together: 'apart',
    title: `Pin ${count}`,
    description: '',
    altText: '',
    link: `https://kitchen.example/${count}`,
    linkRemoved: [],
    board: { boardId: '1', boardName: 'Kitchen', sectionId: null, sectionName: null },
    ...more,
  };
  await addDraft(draft);
  return draft;
}
