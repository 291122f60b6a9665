import type { Entity } from '@backstage/catalog-model';
import { systemsOf } from '@continuity/engine';
import type { FunctionMembership } from './businessFunctions';
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
  readonly #membership: FunctionMembership;
  #declaration: Declaration | undefined;
  #systems: readonly string[] | undefined;
  #functions: readonly string[] | undefined;

  constructor(
    entityRef: string,
    entity: Entity,
    declarations: Declarations,
    membership: FunctionMembership,
  ) {
    this.entityRef = entityRef;
    this.entity = entity;
    this.#declarations = declarations;
    this.#membership = membership;
  }

  /** The same service among other business functions. */
  among(membership: FunctionMembership): LazyCatalogService {
    const service = new LazyCatalogService(
      this.entityRef,
      this.entity,
      this.#declarations,
      membership,
    );
    service.#declaration = this.#declaration;
    service.#systems = this.#systems;
    return service;
  }

  get profile() {
    return this.#declared().profile;
  }

  get environments() {
    return this.#declared().environments;
  }

  get declared() {
    return this.#declared().spec;
  }

  get environmentsSource() {
    return this.#declared().environmentsSource;
  }

  get systems() {
    this.#systems ??= systemsOf(this.entity);
    return this.#systems;
  }

  get businessFunctions() {
    this.#functions ??= this.#membership(this.entityRef, this.systems);
    return this.#functions;
  }

  #declared(): Declaration {
    this.#declaration ??= this.#declarations.of(this.entity.spec?.continuity);
    return this.#declaration;
  }
}
