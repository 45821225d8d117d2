import { endpoint } from '../endpoint';
import * as reply from '../replies';
import type { Page, PageQuery } from '../types';
import type { Media, MediaUpload } from '../types-media';
import { make, read } from './kinds';

/** Media upload, which the description has for videos only: images go with the pin itself, but where the person asked otherwise. */
export const mediaRows = {
  /** A registration that was lost is never used; asking again only makes another. */
  'media/create': endpoint<{ media_type: 'video' | 'image' }, MediaUpload>()('POST', '/media', {
    scopes: ['pins:read', 'pins:write'],
    reply: reply.mediaUpload,
    ...make,
    whenLost: 'repeat',
  }),
  'media/list': endpoint<PageQuery, Page<Media>>()('GET', '/media', {
    scopes: ['pins:read'],
    reply: reply.mediaPage,
    ...read,
  }),
  'media/get': endpoint<{ media_id: string }, Media>()('GET', '/media/{media_id}', {
    scopes: ['pins:read'],
    reply: reply.media,
    ...read,
  }),
} as const;
