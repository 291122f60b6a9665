import type { Entity } from '@backstage/catalog-model';
import { systemsOf } from '@continuity/engine';
import { RELATION_SUPPORTS } from '@continuity/plugin-continuity-common';
import type { Declaration, Declarations } from './Declarations';
import type { CatalogService } from './types';

/**
 * A service whose profile is worked out when somebody first asks: a start with
 * 50,000 of them should not wait for all.
 */
export class LazyCatalogService implements CatalogService {
  readonly entityRef: string;
  readonly entity: Entity;
  readonly #declarations: Declarations;
  #declaration: Declaration | undefined;

  constructor(entityRef: string, entity: Entity, declarations: Declarations) {
    this.entityRef = entityRef;
    this.entity = entity;
    this.#declarations = declarations;
  }

  get profile() {
    return this.#declared().profile;
  }

  get environments() {
    return this.#declared().environments;
  }

  get environmentsSource() {
    return this.#declared().environmentsSource;
  }

  get systems() {
    return systemsOf(this.entity);
  }

  get businessFunctions() {
    return (this.entity.relations ?? []).flatMap(({ type, targetRef }) =>
      type === RELATION_SUPPORTS ? [targetRef] : [],
    );
  }

  #declared(): Declaration {
    this.#declaration ??= this.#declarations.of(this.entity.spec?.continuity);
    return this.#declaration;
  }
}
