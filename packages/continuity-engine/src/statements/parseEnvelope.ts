import { parseDocument } from 'yaml';
import { z } from 'zod';
import { decodeBase64 } from './base64';
import type { StatementRefusal } from './types';

/** Characters; a decision has a few thousand. */
const MAX_LENGTH = 1024 * 1024;
/** Of one envelope; each is tried with each key. */
const MAX_SIGNATURES = 16;

// Fields besides these are nobody's word, and are not looked at.
const shape = z.object({
  payloadType: z.string().min(1).max(200),
  payload: z.string().min(1),
  signatures: z
    .array(z.object({ keyid: z.string().optional(), sig: z.string().min(1) }))
    .min(1)
    .max(MAX_SIGNATURES),
});

/** An envelope with its base64 undone; nothing of it is verified yet. */
export interface OpenedEnvelope {
  payloadType: string;
  payload: Uint8Array;
  signatures: { keyid?: string; sig: Uint8Array }[];
}

/**
 * Reads a DSSE envelope. Two readers must never see two things in one text, so keys that
 * stand twice and sloppy base64 are refused.
 */
export function parseEnvelope(
  text: string,
): { envelope: OpenedEnvelope } | { refusal: StatementRefusal } {
  if (text.length > MAX_LENGTH) {
    return refuse(
      `it has ${text.length} characters; expected at most ${MAX_LENGTH}`,
    );
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return refuse('it is not JSON');
  }
  const parsed = shape.safeParse(document);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    return refuse(`${path.join('.') || 'the document'}: ${message}`);
  }
  if (!hasUniqueKeys(text)) {
    return refuse('a key stands twice in it, so it says two things');
  }
  const { payloadType, signatures } = parsed.data;
  const payload = decodeBase64(parsed.data.payload);
  if (!payload) {
    return refuse('payload: is not base64');
  }
  const opened: OpenedEnvelope['signatures'] = [];
  for (const [position, { keyid, sig }] of signatures.entries()) {
    const bytes = decodeBase64(sig);
    if (!bytes) {
      return refuse(`signatures.${position}.sig: is not base64`);
    }
    opened.push({ ...(keyid !== undefined && { keyid }), sig: bytes });
  }
  return { envelope: { payloadType, payload, signatures: opened } };
}

/** JSON is YAML, whose parser tells of keys that stand twice; that of JSON does not. */
function hasUniqueKeys(json: string): boolean {
  try {
    const { errors } = parseDocument(json, {
      schema: 'json',
      uniqueKeys: true,
      prettyErrors: false,
    });
    return errors.length === 0;
  } catch {
    return false;
  }
}

function refuse(what: string): { refusal: StatementRefusal } {
  return {
    refusal: {
      code: 'envelope',
      why: `It is not a signed statement: ${what}.`,
      next: 'Take the file as `continuity gate --statement` wrote it, unaltered.',
    },
  };
}
