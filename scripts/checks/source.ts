import { run } from '../run.ts';
import type { Check } from './check.ts';

const command = (name: string, program: string, args: readonly string[]): Check => ({
  name,
  run: (options) => run(program, args, options),
});

interface CruiseSummary {
  summary: {
    totalCruised: number;
    violations: { from: string; to: string; rule: { name: string } }[];
  };
}

/**
 * The directions of docs/architecture.md. A cruiser that finds no module (as it does with a TypeScript it cannot use)
 * is green and blind, so that fails too.
 */
const boundaries: Check = {
  name: 'boundaries',
  async run(options) {
    const { stdout, output } = await run(
      'depcruise',
      ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '.'],
      options,
    );
    if (!stdout.startsWith('{')) return { ok: false, output };
    const { summary } = JSON.parse(stdout) as CruiseSummary;
    const lines = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    if (summary.totalCruised === 0) lines.push('no module was seen');
    return {
      ok: lines.length === 0,
      output: lines.join('\n'),
      note: `${summary.totalCruised} modules`,
    };
  },
};

/** Checks that read the source and need no build. */
export const sourceChecks: readonly Check[] = [
  command('format', 'oxfmt', ['--check', '.']),
  command('lint', 'oxlint', ['--type-aware', '--deny-warnings', '.']),
  command('types', 'tsc', ['--noEmit', '-p', '.']),
  boundaries,
  command('unused', 'knip', ['--no-progress']),
];
