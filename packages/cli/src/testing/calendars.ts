import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../run';
import { createTestIo } from './createTestIo';

const folder = mkdtempSync(path.join(tmpdir(), 'continuity-calendar-'));

/** Files of the tests; call it once a test file. */
export function removeFilesAfterwards(): void {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** A file with a text. */
export function fileOf(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** `continuity calendar ...`, as a pipeline runs it. */
export async function calendar(...args: string[]) {
  const io = createTestIo();
  const code = await run(['calendar', ...args], io);
  return { code, stdout: io.stdout, stderr: io.stderr };
}

/** The same with `--json`, its answer read. */
export async function json(...args: string[]) {
  const { code, stdout, stderr } = await calendar(...args, '--json');
  return { code, stderr, answer: JSON.parse(stdout) };
}

/** Tier 1 in production, over the last night of each month. */
export const MONTH_END = `
apiVersion: continuity.dev/v1
kind: FreezeCalendar
metadata: { name: month-end-close, title: Month-end close }
spec:
  owner: group:default/finance-operations
  timezone: Europe/Zurich
  windows:
    - id: month-end
      title: Month-end close
      reason: The books of the month are closed overnight
      start: 2026-01-31T18:00:00
      duration: PT14H
      rrule: FREQ=MONTHLY;BYMONTHDAY=-1
      scope: { tiers: [tier-1], environments: [production] }
`;

/** A service of tier 1. */
export const PAYMENTS = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: payments-api }
spec:
  type: service
  lifecycle: production
  owner: team-payments
  system: payments
  continuity:
    tier: tier-1
    rto: PT1H
    rpo: PT5M
    environments:
      - { name: production, region: eu-west-1, role: primary }
      - { name: staging, region: eu-west-1 }
`;
