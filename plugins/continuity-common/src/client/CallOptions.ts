/** What every call may be given besides its own input. */
export interface CallOptions {
  signal?: AbortSignal;
}
