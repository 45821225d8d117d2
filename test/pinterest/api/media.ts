import { S3Client } from '@aws-sdk/client-s3';

import { statusOf } from '../media-status.ts';
import { bucket, credentials, maxImageBytes, maxUploadBytes, region } from '../s3.ts';
import type { MediaUpload } from '../types.ts';
import { signForm } from '../upload-form.ts';
import type { World } from '../world.ts';
import { errors } from './errors.ts';
import { created, ok, type Call, type Handler } from './pipeline.ts';
import { pageOf } from './reading.ts';

const signing = { client: new S3Client({ region, credentials }), bucket };

/** Answers the registration of uploads and how far they are. */
export const mediaHandlers: Record<string, Handler> = {
  'media/list': (call) => {
    const uploads = [...call.world.store.media.values()].filter(
      (upload) => upload.ownerId === call.account.id,
    );
    const page = pageOf(call, 'media', uploads.toReversed(), (upload) => upload.sequence);
    return ok({ ...page, items: page.items.map((upload) => shape(call.world, upload)) });
  },

  'media/create': async (call) => {
    const kind = kindOf(call);
    const { id, sequence } = call.world.store.next();
    const key = `uploads/${id.slice(-2)}/aa/22/3:${kind}:${call.account.id}:${id}`;
    const upload = {
      id,
      sequence,
      ownerId: call.account.id,
      kind,
      key,
      registeredAt: Date.now(),
      received: undefined,
    };
    call.world.store.media.set(id, upload);
    return created({
      media_id: id,
      media_type: kind,
      upload_url: `${call.world.origin('uploads')}/`,
      upload_parameters: Object.fromEntries(
        await signForm(signing, { key, seconds: call.world.uploadSeconds, most: maxBytes[kind] }),
      ),
    });
  },

  'media/get': (call) => {
    const upload = call.world.store.media.get(call.path('media_id'));
    if (!upload || upload.ownerId !== call.account.id) throw errors.noMedia();
    return ok(shape(call.world, upload));
  },
};

const maxBytes = { video: maxUploadBytes, image: maxImageBytes };

/** The description knows `video` alone. */
function kindOf({ body, world }: Call): MediaUpload['kind'] {
  const { media_type: type } = body;
  if (type === 'video' || (type === 'image' && world.app.takesImageIds)) return type;
  throw errors.invalid(`Invalid request: '${String(type)}' is not one of [video]`);
}

function shape(world: World, upload: MediaUpload) {
  return {
    media_id: upload.id,
    media_type: upload.kind,
    status: statusOf(upload, world.processingMs),
  };
}
