// @vitest-environment node
import { expect, it } from 'vitest';

import config from '../wxt.config';

type Manifest = (env: object) => { permissions: string[]; optional_permissions: string[] };

// D07
it.each(['chrome', 'firefox'])(
  'what Tack keeps is not evicted by %s, which asks nobody',
  (browser) => {
    const manifest = (config.manifest as unknown as Manifest)({ browser });

    expect(manifest.permissions).toContain('unlimitedStorage');
    expect(manifest.optional_permissions).not.toContain('unlimitedStorage');
  },
);
