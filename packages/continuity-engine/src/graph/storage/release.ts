/**
 * Gives the room of an array back at once, after which nobody may read it. An engine
 * without ES2024 gives it back with its next collection.
 */
export function release({ buffer }: { buffer: ArrayBufferLike }): void {
  if ('transfer' in buffer && typeof buffer.transfer === 'function') {
    buffer.transfer(0);
  }
}
