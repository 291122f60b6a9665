import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { ForgeError } from './ForgeError.ts';

/** The one account of the host, that of the portal. */
export interface Account {
  username: string;
  token: string;
}

/**
 * Remembers who asks. No credentials are nobody, who may read what is public; wrong ones are
 * refused whatever is asked for.
 */
export function identify({ username, token }: Account): RequestHandler {
  const basic = Buffer.from(`${username}:${token}`).toString('base64');
  const accepted = [`basic ${basic}`, `token ${token}`, `bearer ${token}`];
  return (request, response, next) => {
    const header = request.headers.authorization;
    if (header === undefined) return next();
    const scheme = /^[A-Za-z]+ /.exec(header)?.[0] ?? '';
    const given = scheme.toLowerCase() + header.slice(scheme.length);
    if (!accepted.some(each => same(each, given))) {
      return next(askAgain(response, 'these credentials are not known here'));
    }
    response.locals.account = username;
    return next();
  };
}

/** Who asks; nobody without credentials. */
export function accountOf(response: Response): string | undefined {
  const { account } = response.locals;
  return typeof account === 'string' ? account : undefined;
}

/** @throws ForgeError 401, by which a client learns that it has to give credentials */
export function requireAccount(request: Request, response: Response): string {
  const account = accountOf(response);
  if (account !== undefined) return account;
  throw askAgain(
    response,
    `${request.method} ${request.path} needs credentials`,
  );
}

function askAgain(response: Response, message: string): ForgeError {
  response.setHeader('www-authenticate', 'Basic realm="dev-forge"');
  return new ForgeError(401, message);
}

/** Takes as long whatever is the same. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
