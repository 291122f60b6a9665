import { ServiceUnavailableError } from '@backstage/errors';
import type {
  EndMessage,
  HeldDeploymentDesk,
  HoldMessage,
} from '@continuity/plugin-continuity-node';

/** What a module is given when it adds its system, before there is a database. */
export class AwaitedDesk implements HeldDeploymentDesk {
  #desk: HeldDeploymentDesk | undefined;

  /** From now on messages are taken. */
  open(desk: HeldDeploymentDesk): void {
    this.#desk = desk;
  }

  /** {@inheritDoc @continuity/plugin-continuity-node#HeldDeploymentDesk.hold} */
  async hold(message: HoldMessage): Promise<'held' | 'known' | 'over'> {
    return this.#opened().hold(message);
  }

  /** {@inheritDoc @continuity/plugin-continuity-node#HeldDeploymentDesk.end} */
  async end(message: EndMessage): Promise<number> {
    return this.#opened().end(message);
  }

  #opened(): HeldDeploymentDesk {
    if (!this.#desk) {
      throw new ServiceUnavailableError(
        'Continuity is not ready yet; send it again',
      );
    }
    return this.#desk;
  }
}
