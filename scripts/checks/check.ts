/** What a check found. `output` is shown only when it failed, `note` always. */
export interface CheckResult {
  ok: boolean;
  output: string;
  note?: string;
  /** How many tests passed and failed, where the check is made of tests; otherwise it counts as one. */
  passed?: number;
  failed?: number;
}

/** One check of `npm test`: its name is what a person writes after `npm test --`. */
export interface Check {
  name: string;
  run: (options: { signal: AbortSignal }) => Promise<CheckResult>;
}
