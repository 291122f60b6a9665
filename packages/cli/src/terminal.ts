/** Where a command prints: its own output, and everything else. Replaced in tests. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
}
