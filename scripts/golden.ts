import { writeGolden } from './checks/manifests.ts';
import { buildTargets } from './targets.ts';

/** `npm run golden`: builds, and agrees to the manifests as they are now. The commit says why they changed. */
const failed = await buildTargets({});
if (failed) {
  console.error(failed.output);
  process.exit(1);
}
await writeGolden();
console.log('golden: test/golden/ is what was built');
