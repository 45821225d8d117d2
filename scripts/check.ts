import { buildChecks } from './checks/build.ts';
import { chaos } from './checks/chaos.ts';
import type { Check } from './checks/check.ts';
import { contractCheck } from './checks/contract.ts';
import { egressCheck } from './checks/egress.ts';
import { sourceChecks } from './checks/source.ts';
import { e2e, firefox, unit } from './checks/tests.ts';
import { tour } from './checks/tour.ts';

/**
 * `npm test [-- part…]`: every check there is, or the named ones, in order. A line for each with its time; the output
 * of a failing one whole; at the end `N passed, N failed`, where a check made of tests counts its tests.
 */
const asked = process.argv.slice(2);

const isWholeRun = asked.length === 0 || asked.includes('e2e');

const checks: readonly Check[] = [
  ...sourceChecks,
  unit,
  ...buildChecks,
  tour,
  e2e,
  contractCheck({ isWholeRun }),
  egressCheck({ isWholeRun }),
  firefox,
  chaos,
];

const unknown = asked.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  const names = checks.map(({ name }) => name).join(', ');
  console.error(`There is no part ${unknown.join(', ')}. There are: ${names}.`);
  process.exit(2);
}

const abort = new AbortController();
process.once('SIGINT', () => abort.abort());
process.once('SIGTERM', () => abort.abort());

async function perform({ name, run }: Check) {
  const started = performance.now();
  const result = await run({ signal: abort.signal }).catch((error: unknown) => ({
    ok: false,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
    note: undefined,
    passed: undefined,
    failed: undefined,
  }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  console.log(
    `${result.ok ? 'ok  ' : 'FAIL'} ${seconds} s  ${name.padEnd(10)} ${result.note ?? ''}`.trimEnd(),
  );
  if (!result.ok) console.log(`\n${result.output.trim()}\n`);
  return result;
}

let passed = 0;
let failed = 0;
for (const check of checks.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  if (abort.signal.aborted) break;
  const result = await perform(check);
  passed += result.passed ?? (result.ok ? 1 : 0);
  failed += result.failed ?? (result.ok ? 0 : 1);
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || abort.signal.aborted ? 1 : 0;
