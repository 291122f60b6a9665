/** A cluster gave no answer that says whether something is there. It holds no secret. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
  /** Absent: there was no answer at all. */
  readonly status?: number;
  /** Whether the same is to be expected of everything else there. */
  readonly about: 'cluster' | 'kind';

  /** @param message - what happened, as part of a sentence */
  constructor(
    message: string,
    options: { about: 'cluster' | 'kind'; status?: number },
  ) {
    super(message);
    this.about = options.about;
    this.status = options.status;
  }
}

/** What an answer that is none means. */
export function refusalOf(status: number, what: string): ClusterError {
  switch (status) {
    case 401:
      return new ClusterError(
        'the API server does not accept who we are (401): the token has expired or is wrong',
        { about: 'cluster', status },
      );
    case 403:
      return new ClusterError(
        `the API server does not show us ${what} (403); grant get and list on it`,
        { about: 'kind', status },
      );
    case 410:
      return new ClusterError(
        `the list of ${what} expired while it was read (410), time after time`,
        { about: 'kind', status },
      );
    default:
      return new ClusterError(`the API server answered ${status} for ${what}`, {
        about: 'kind',
        status,
      });
  }
}
