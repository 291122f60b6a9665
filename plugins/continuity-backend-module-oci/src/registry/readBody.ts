import { RegistrySilence } from './RegistrySilence';

/**
 * The body of an answer.
 *
 * @throws RegistrySilence when it is larger than that
 */
export async function readBody(
  response: Response,
  mostBytes: number,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest of the answer.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) {
      throw new RegistrySilence(
        `Its answer is larger than ${mostBytes / 1024 / 1024} MiB`,
        { about: 'repository' },
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
