import { z } from 'zod';
import {
  DURATION_EXPECTATION,
  INSTANT_EXPECTATION,
  isDuration,
  parseInstant,
  showValue,
} from '../time';

/** Building blocks for payload schemas, so that every kind refuses the same things alike. */

/** ISO 8601 date and time with offset. */
export const instantText = z
  .string()
  .max(40)
  .refine(text => parseInstant(text) !== undefined, {
    error: issue => `${showValue(issue.input)} is not ${INSTANT_EXPECTATION}`,
  });

/** ISO 8601 duration, not negative. */
export const durationText = z
  .string()
  .max(40)
  .refine(isDuration, {
    error: issue => `${showValue(issue.input)} is not ${DURATION_EXPECTATION}`,
  });

/** Ref of anything in the catalog. */
export const entityRefText = z
  .string()
  .max(400)
  .regex(/^[\w.-]+:[\w.-]+\/[\w.-]+$/, {
    error: 'expected a full entity ref, e.g. component:default/payments-api',
  });

/** Ref of somebody: a user or a group. */
export const ownerRefText = z
  .string()
  .max(400)
  .regex(/^(user|group):([\w.-]+\/)?[\w.-]+$/i, {
    error: 'expected a user or group, e.g. group:default/team-payments',
  });

/** Ref of one person. */
export const userRefText = z
  .string()
  .max(400)
  .regex(/^user:([\w.-]+\/)?[\w.-]+$/i, {
    error: 'expected a user, e.g. user:default/anna',
  });

/** Address that a browser may open. Other schemes (`javascript:`) never reach a page. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'expected an http(s) address',
});

/** Content address of an artifact. */
export const digestText = z.string().regex(/^sha256:[a-f0-9]{64}$/, {
  error: 'expected sha256: and 64 lower-case hex digits',
});

/**
 * Name of a repository of artifacts, without its registry (OCI distribution specification,
 * "Pulling manifests").
 */
export const repositoryText = z
  .string()
  .max(255)
  .regex(
    /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/,
    {
      error:
        'expected a repository without its registry and tag, e.g. shop/payments-api',
    },
  );

/** Text of one line. */
export const lineText = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, {
      error: 'expected one line of text, without control characters',
    });
