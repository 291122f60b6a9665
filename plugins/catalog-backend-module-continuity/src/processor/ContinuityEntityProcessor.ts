import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  processingResult,
  type CatalogProcessor,
  type CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import { formatProblem } from '@continuity/engine';
import {
  isBusinessFunctionEntity,
  isFreezeCalendarEntity,
} from '@continuity/plugin-continuity-common';
import { dependencyRelations } from './dependencyRelations';
import { entityProblems } from './entityProblems';

/**
 * Says what is wrong with a declaration in words that help its author, and
 * turns `spec.continuity.dependencies` into relations.
 *
 * @remarks
 * The catalog model layer checks the shape as well, in the words of a JSON
 * schema. Processors validate in order of priority and the first error ends
 * it, so this one goes before the catalog's own (20) to be the one that speaks.
 * It validates after pre-processing, when `$text` and the like are resolved.
 */
export class ContinuityEntityProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'ContinuityEntityProcessor';
  }

  getPriority(): number {
    return 10;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    const problems = entityProblems(entity);
    if (problems.length > 0) {
      throw new InputError(problems.map(formatProblem).join('; '));
    }
    return isFreezeCalendarEntity(entity) || isBusinessFunctionEntity(entity);
  }

  async postProcessEntity(
    entity: Entity,
    _location: unknown,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    for (const relation of dependencyRelations(entity)) {
      emit(processingResult.relation(relation));
    }
    return entity;
  }
}
