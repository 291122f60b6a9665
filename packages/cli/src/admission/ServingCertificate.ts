import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import tls from 'node:tls';
import { messageOf, UsageError } from '../failures';

/** Paths of PEM files, as a Secret is mounted. */
export interface CertificateFiles {
  certFile: string;
  keyFile: string;
  /** Who signs the clients that may ask. Absent: everybody may. */
  clientCaFile?: string;
}

/** What a listener is given. */
export interface SecureContext {
  cert: string;
  key: string;
  ca?: string;
  minVersion: 'TLSv1.2';
}

/**
 * The certificate of a listener, read again when its files hold another one: a mounted
 * Secret is replaced while the process runs, and no file system event tells so reliably.
 */
export class ServingCertificate {
  readonly #files: CertificateFiles;
  #current: SecureContext;

  private constructor(files: CertificateFiles, current: SecureContext) {
    this.#files = files;
    this.#current = current;
  }

  /** @throws UsageError that names the file which is not what it should be */
  static async load(files: CertificateFiles): Promise<ServingCertificate> {
    return new ServingCertificate(files, await readContext(files));
  }

  get context(): SecureContext {
    return this.#current;
  }

  /** When it ends to be valid, epoch milliseconds. */
  get validUntil(): number {
    return Date.parse(new X509Certificate(this.#current.cert).validTo);
  }

  /**
   * Reads the files again. What is half written, or does not fit together, is refused as
   * a whole: the one before stays in use.
   *
   * @returns whether it is another one now
   * @throws UsageError
   */
  async reload(): Promise<boolean> {
    const context = await readContext(this.#files);
    const isAnother = JSON.stringify(context) !== JSON.stringify(this.#current);
    this.#current = context;
    return isAnother;
  }
}

async function readContext({
  certFile,
  keyFile,
  clientCaFile,
}: CertificateFiles): Promise<SecureContext> {
  const [cert, key, ca] = await Promise.all([
    readPem('--cert-file', certFile, 'CERTIFICATE'),
    readPem('--key-file', keyFile, 'PRIVATE KEY'),
    clientCaFile === undefined
      ? undefined
      : readPem('--client-ca-file', clientCaFile, 'CERTIFICATE'),
  ]);
  const context = {
    cert,
    key,
    ...(ca !== undefined && { ca }),
    minVersion: 'TLSv1.2' as const,
  };
  try {
    tls.createSecureContext(context);
  } catch (error) {
    throw new UsageError(
      `--cert-file, --key-file: "${certFile}" and "${keyFile}" do not fit together (${messageOf(
        error,
      )})`,
    );
  }
  return context;
}

async function readPem(
  option: string,
  file: string,
  what: 'CERTIFICATE' | 'PRIVATE KEY',
): Promise<string> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${option}: "${file}" cannot be read: ${messageOf(error)}`,
    );
  }
  // RSA and EC keys also have forms of their own, e.g. EC PRIVATE KEY.
  if (!new RegExp(`-----BEGIN (?:[A-Z]+ )?${what}-----`).test(text)) {
    throw new UsageError(
      `${option}: "${file}" holds no ${what.toLowerCase()} in PEM form (-----BEGIN ${what}-----)`,
    );
  }
  return text;
}
