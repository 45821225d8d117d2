import { fetchBytes } from '../fetching.ts';
import { ImageError, inspect } from '../images.ts';
import { statusOf } from '../media-status.ts';
import { cropOf } from '../seed.ts';
import type { CarouselItem, MediaUpload, PinMedia, StoredImage } from '../types.ts';
import type { World } from '../world.ts';
import { errors } from './errors.ts';
import type { Call } from './pipeline.ts';

/** What a media source became. */
export interface Received {
  media: PinMedia;
  dominantColor: string;
}

type Fields = Record<string, unknown>;

/**
 * Takes the pictures of a pin in: decodes what was sent, fetches what was only named.
 *
 * Throws the API's errors for what Pinterest refuses: other formats than JPEG and PNG, broken and small pictures,
 * pictures that are not there, videos that are not ready or lack a cover.
 */
export async function receive(call: Call, source: unknown): Promise<Received> {
  const fields = objectOf(source, 'media_source');
  switch (fields['source_type']) {
    case 'image_base64':
      return single(call.world, await fromBase64(fields));
    case 'image_url':
      return single(call.world, await fromUrl(fields['url']));
    case 'multiple_image_base64':
      return carousel(call.world, fields, fromBase64);
    case 'multiple_image_urls':
      return carousel(call.world, fields, (item) => fromUrl(item['url']));
    case 'video_id':
      return video(call, fields);
    case 'image_id':
      if (call.world.app.takesImageIds) return imageById(call, fields);
      throw unknownSource(fields);
    case 'pin_url':
      throw errors.forbidden();
    default:
      throw unknownSource(fields);
  }
}

const unknownSource = (fields: Fields) =>
  errors.invalid(`Invalid media_source: unknown source_type '${String(fields['source_type'])}'`);

function single(world: World, image: Inspected): Received {
  return {
    media: { kind: 'image', image: world.store.addImage(image) },
    dominantColor: image.color,
  };
}

type Inspected = Awaited<ReturnType<typeof inspect>>;

async function fromBase64(fields: Fields): Promise<Inspected> {
  const { content_type: type, data } = fields;
  if (type !== 'image/jpeg' && type !== 'image/png') {
    throw errors.invalid(
      `Invalid media_source: content_type '${String(type)}' is not one of [image/jpeg, image/png]`,
    );
  }
  if (typeof data !== 'string' || !/^[a-zA-Z0-9+/=]+$/.test(data)) {
    throw errors.invalid("Invalid media_source: data does not match '^[a-zA-Z0-9+/=]+$'");
  }
  const image = await decode(Buffer.from(data, 'base64'));
  if (image.contentType !== type) throw errors.invalid(`Invalid media_source: data is not ${type}`);
  return image;
}

async function fromUrl(address: unknown): Promise<Inspected> {
  if (typeof address !== 'string' || !/^https?:\/\//.test(address) || !URL.canParse(address))
    throw errors.badUrl();
  const bytes = await fetchBytes(address).catch(() => {
    throw errors.imageFetch();
  });
  return decode(bytes);
}

async function decode(bytes: Buffer): Promise<Inspected> {
  try {
    return await inspect(bytes);
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    throw { broken: errors.imageBroken, format: errors.imageFormat, small: errors.imageSmall }[
      error.reason
    ]();
  }
}

async function carousel(
  world: World,
  fields: Fields,
  open: (item: Fields) => Promise<Inspected>,
): Promise<Received> {
  const { items } = fields;
  if (!Array.isArray(items) || items.length < 2)
    throw errors.invalid('Invalid media_source: constraint: minItems=2');
  if (items.length > 5) throw errors.invalid('Invalid media_source: constraint: maxItems=5');
  const opened: { item: Fields; image: Inspected }[] = [];
  for (const entry of items as unknown[]) {
    const item = objectOf(entry, 'media_source.items');
    opened.push({ item, image: await open(item) });
  }
  const shapes = new Set(opened.map(({ image }) => (image.width / image.height).toFixed(2)));
  if (shapes.size > 1)
    throw errors.invalid('All images of a carousel must have the same aspect ratio.');
  const kept: CarouselItem[] = opened.map(({ item, image }) => ({
    image: world.store.addImage(image),
    title: stringOf(item['title']),
    description: stringOf(item['description']),
    link: stringOf(item['link']),
  }));
  return {
    media: { kind: 'images', items: kept },
    dominantColor: opened[0]?.image.color ?? '#000000',
  };
}

/** Gives an upload of the account that is ready. */
function uploadOf({ world, account }: Call, fields: Fields, kind: MediaUpload['kind']) {
  const upload = world.store.media.get(stringOf(fields['media_id']) ?? '');
  if (upload?.kind !== kind || upload.ownerId !== account.id) throw errors.noMedia();
  if (statusOf(upload, world.processingMs) !== 'succeeded')
    throw errors.invalid('The media is not ready: its status is not succeeded.');
  return upload;
}

/** As an API summary has it: the description knows no images by id. */
function imageById(call: Call, fields: Fields): Received {
  const { id: uploadId, picture } = uploadOf(call, fields, 'image');
  if (!picture) throw errors.imageBroken();
  const { color, ...image } = picture;
  const media = { kind: 'image', image: call.world.store.addImage(image), uploadId } as const;
  return { media, dominantColor: color };
}

async function video(call: Call, fields: Fields): Promise<Received> {
  const upload = uploadOf(call, fields, 'video');
  const { cover, color } = await coverOf(call.world, fields, upload.id);
  return { media: { kind: 'video', cover, uploadId: upload.id }, dominantColor: color };
}

async function coverOf(
  world: World,
  fields: Fields,
  key: string,
): Promise<{ cover: StoredImage; color: string }> {
  if (typeof fields['cover_image_url'] === 'string') {
    const image = await fromUrl(fields['cover_image_url']);
    return { cover: world.store.addImage(image), color: image.color };
  }
  if (fields['cover_image_data'] !== undefined) {
    const image = await fromBase64({
      content_type: fields['cover_image_content_type'],
      data: fields['cover_image_data'],
    });
    return { cover: world.store.addImage(image), color: image.color };
  }
  if (Number.isInteger(fields['cover_image_key_frame_time'])) {
    // No video is decoded here: a photograph stands for the frame.
    const crop = cropOf(`frame ${key}`, 1.78);
    const { width, height } = crop;
    const cover = world.store.addImage({
      width,
      height,
      contentType: 'image/jpeg',
      source: { kind: 'crop', crop },
    });
    return { cover, color: '#4f4a43' };
  }
  throw errors.invalid(
    'Invalid media_source: cover_image_url or cover_image_content_type and cover_image_data are required',
  );
}

function objectOf(value: unknown, name: string): Fields {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw errors.invalid(`Invalid request: ${name} is required and must be an object`);
  }
  return value as Fields;
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
