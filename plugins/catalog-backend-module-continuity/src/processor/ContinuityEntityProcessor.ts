import { setImmediate } from 'node:timers/promises';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  processingResult,
  type CatalogProcessor,
  type CatalogProcessorCache,
  type CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import { formatProblem, type Instant, type Problem } from '@continuity/engine';
import {
  carriesContinuityBlock,
  mayDeclareContinuity,
} from './carriesContinuityBlock';
import type { ChangeAnnouncer } from './ChangeAnnouncer';
import { continuityBlockProblems } from './continuityBlockProblems';
import { declaredRelations } from './declaredRelations';
import { dependencyRelations } from './dependencyRelations';
import { freezingEntityProblems, isFreezingEntity } from './freezingEntities';
import { freezingEntityFindings } from './freezingEntityFindings';
import { annotated, summary } from './remarks';

/** Entities whose problems are remembered, so that each is logged once. */
const MAX_REMEMBERED = 10_000;

/**
 * Says what is wrong with a declaration in words that help its author, and turns what
 * it declares into relations.
 *
 * @remarks
 * A wrong `spec.continuity` is refused: a service that is not in the catalog may not be
 * released, so nothing opens by it. A wrong FreezeCalendar, BusinessFunction or
 * HolidayCalendar is *not* refused: what the catalog does not have the gate does not
 * know, and an unknown calendar closes nothing. It comes in with an annotation that
 * says what is wrong, and the gate closes what it might cover.
 *
 * Processors validate in order of priority and the first error ends it, so this one
 * goes before the catalog's own (20), which checks the shape in the words of a JSON
 * schema. Both do so after pre-processing, when `$text` and the like are resolved.
 */
export class ContinuityEntityProcessor implements CatalogProcessor {
  readonly #logger: Pick<LoggerService, 'warn'>;
  readonly #announcer: Pick<ChangeAnnouncer, 'consider'> | undefined;
  readonly #now: () => Instant;
  readonly #logged = new Map<string, string>();

  constructor(options: {
    logger: Pick<LoggerService, 'warn'>;
    /** Is shown every entity that Continuity reads. Absent: nobody is told of changes. */
    announcer?: Pick<ChangeAnnouncer, 'consider'>;
    /** Absent: the clock of the machine. */
    now?: () => Instant;
  }) {
    this.#logger = options.logger;
    this.#announcer = options.announcer;
    this.#now = options.now ?? Date.now;
  }

  getProcessorName(): string {
    return 'ContinuityEntityProcessor';
  }

  getPriority(): number {
    return 10;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (carriesContinuityBlock(entity)) {
      const problems = continuityBlockProblems(entity);
      if (problems.length > 0) {
        throw new InputError(problems.map(formatProblem).join('; '));
      }
    }
    return isFreezingEntity(entity);
  }

  async postProcessEntity(
    entity: Entity,
    _location: unknown,
    emit: CatalogProcessorEmit,
    cache?: CatalogProcessorCache,
  ): Promise<Entity> {
    if (cache && (isFreezingEntity(entity) || mayDeclareContinuity(entity))) {
      await this.#announcer?.consider(entity, cache);
    }
    const relations = isFreezingEntity(entity)
      ? declaredRelations(entity)
      : dependencyRelations(entity);
    for (const relation of relations) {
      emit(processingResult.relation(relation));
    }
    if (!isFreezingEntity(entity)) {
      return entity;
    }
    const problems = freezingEntityProblems(entity);
    this.#log(entity, problems);
    // What cannot be read is read no second time; what can be took its time as well.
    await setImmediate();
    const findings =
      problems.length > 0
        ? []
        : await freezingEntityFindings(entity, this.#now());
    return annotated(entity, {
      problems: problems.map(formatProblem),
      findings,
    });
  }

  /** Entities are processed every few minutes; each set of problems is news once. */
  #log(entity: Entity, problems: readonly Problem[]) {
    const ref = stringifyEntityRef(entity);
    const text = summary(problems.map(formatProblem));
    if (text === undefined) {
      this.#logged.delete(ref);
      return;
    }
    if (this.#logged.get(ref) === text) {
      return;
    }
    if (this.#logged.size >= MAX_REMEMBERED) {
      this.#logged.clear();
    }
    this.#logged.set(ref, text);
    this.#logger.warn(
      `${ref} is in the catalog although not all of it can be read: ${text}`,
    );
  }
}
