import { openUploadPage } from '../test/s3/browser.ts';
import { runCases } from '../test/s3/cases.ts';
import { startGateway } from '../test/s3/radosgw.ts';
import { findCommand } from './browser.mjs';

/**
 * `npm run test:s3`: uploads by the product's own uploader, in a real browser, to a gateway that speaks S3 and is no work of
 * this project. Its last line says how many cases passed.
 */
const missing = ['radosgw', 'ceph-mon', 'ceph-osd'].filter((name) => !findCommand(name));
if (missing.length > 0) {
  console.log(
    `s3: not run: ${missing.join(', ')} not here, and only Debian has them installed by set-up`,
  );
  process.exit(1);
}

const gateway = await startGateway('local-media-upload');
try {
  const page = await openUploadPage(gateway.url);
  try {
    const { passed, failed } = await runCases(gateway, page, console.log);
    console.log(`s3: ${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    await page.close();
  }
} finally {
  await gateway.close();
}
