import { sizeOf, sizes } from '../images.ts';
import { lifetimeOf } from '../series.ts';
import type { Board, Pin, StoredImage } from '../types.ts';
import type { World } from '../world.ts';

/** Writes a time as Pinterest does: UTC, to the second, without a zone. */
export function timeOf(at: number): string {
  return new Date(at).toISOString().slice(0, 19);
}

/** Gives the address of a picture in one of Pinterest's sizes. */
export function imageUrl(world: World, image: StoredImage, size: string): string {
  const extension = size === 'originals' && image.contentType === 'image/png' ? 'png' : 'jpg';
  return `${world.origin('i')}/${size}/${image.id}.${extension}`;
}

/** Gives a picture in all sizes, as the API shows it. */
export function imagesOf(world: World, image: StoredImage) {
  return Object.fromEntries(
    sizes.map((size) => [size, { ...sizeOf(image, size), url: imageUrl(world, image, size) }]),
  );
}

/** Gives the picture that stands for a pin in lists. */
export function coverOf(pin: Pin): StoredImage {
  const { media } = pin;
  if (media.kind === 'image') return media.image;
  if (media.kind === 'video') return media.cover;
  const [first] = media.items;
  if (!first) throw new Error(`pin ${pin.id} has no picture`);
  return first.image;
}

/** Gives a board as the API shows it. */
export function boardShape(world: World, board: Board) {
  const { store } = world;
  const newest = store.newestPins(board.id, 5).map(coverOf);
  const [cover] = newest;
  return {
    id: board.id,
    name: board.name,
    description: board.description,
    owner: { username: store.accounts.get(board.ownerId)?.username ?? '' },
    privacy: board.privacy,
    pin_count: store.pinCount(board.id),
    follower_count: board.privacy === 'PUBLIC' ? board.sequence % 90 : 0,
    collaborator_count: 0,
    created_at: timeOf(board.createdAt),
    board_pins_modified_at: timeOf(board.pinsModifiedAt),
    is_ads_only: board.isAdsOnly,
    media: {
      image_cover_url: cover ? imageUrl(world, cover, '400x300') : null,
      pin_thumbnail_urls: newest.slice(1).map((image) => imageUrl(world, image, '150x150')),
    },
  };
}

/** Gives Pinterest's word for what kind of pin it is. */
export function creativeType(pin: Pin): 'REGULAR' | 'VIDEO' | 'CAROUSEL' {
  return ({ image: 'REGULAR', video: 'VIDEO', images: 'CAROUSEL' } as const)[pin.media.kind];
}

function mediaShape(world: World, pin: Pin) {
  const { media } = pin;
  if (media.kind === 'image') return { media_type: 'image', images: imagesOf(world, media.image) };
  if (media.kind === 'images') {
    const items = media.items.map(({ image, title, description, link }) => ({
      item_type: 'image',
      title,
      description,
      link,
      images: imagesOf(world, image),
    }));
    return { media_type: 'multiple_images', items };
  }
  return {
    media_type: 'video',
    cover_image_url: imageUrl(world, media.cover, '600x'),
    images: imagesOf(world, media.cover),
    video_url: null,
    duration: null,
    width: null,
    height: null,
  };
}

/** Gives a pin as the API shows it to one account, with its numbers if they are asked for. */
export function pinShape(world: World, pin: Pin, viewerId: string, withMetrics = false) {
  const { store } = world;
  const owner = store.accounts.get(pin.ownerId);
  return {
    id: pin.id,
    title: pin.title,
    description: pin.description,
    alt_text: pin.altText,
    link: pin.link,
    board_id: pin.boardId,
    board_section_id: pin.sectionId,
    board_owner: { username: owner?.username ?? '' },
    created_at: timeOf(pin.createdAt),
    creative_type: creativeType(pin),
    dominant_color: pin.dominantColor,
    has_been_promoted: false,
    is_owner: pin.ownerId === viewerId,
    is_standard: pin.isStandard,
    parent_pin_id: pin.parentPinId,
    pin_metrics: withMetrics && owner?.type === 'BUSINESS' ? lifetimeOf(pin) : null,
    media: mediaShape(world, pin),
  };
}
