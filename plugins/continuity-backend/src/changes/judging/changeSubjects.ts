import type {
  ChangeContent,
  Problem,
  ReleaseClass,
  WindowSubject,
} from '@continuity/engine';
import type {
  ChangeKnowledge,
  TouchedEntity,
} from '../knowledge/ChangeKnowledgeReader';

type Places = Pick<ChangeContent, 'entities' | 'environments' | 'regions'>;

/** A place that a change deploys one of its entities to. */
export interface ChangeSubject {
  entity: TouchedEntity;
  subject: WindowSubject;
}

/** Every place that a change deploys to; of entities that are not known, none. */
export function changeSubjects(
  { environments, regions }: Places,
  { entities }: ChangeKnowledge,
  releaseClass: ReleaseClass,
): ChangeSubject[] {
  return entities.flatMap(entity => {
    const { service } = entity;
    if (!service) return [];
    return environments
      .filter(name => service.environments.some(one => one.name === name))
      .map(environment => ({
        entity,
        subject: {
          entity: service.entity,
          tier: service.profile.tier?.id ?? 'unclassified',
          systems: service.systems,
          businessFunctions: service.businessFunctions,
          environment,
          regions: regionsOf(entity, environment).filter(
            region => regions?.includes(region) !== false,
          ),
          releaseClass,
        },
      }));
  });
}

/** What of a change the catalog does not have, each with its field. */
export function findUnknownPlaces(
  { environments, regions = [] }: Places,
  { entities, snapshot }: ChangeKnowledge,
): Problem[] {
  if (!snapshot) {
    return [
      {
        path: 'entities',
        message:
          'cannot be looked up: the catalog was not read lately; expected that the status of Continuity says that it was',
      },
    ];
  }
  return [
    ...entities.flatMap(({ ref, service }, position) =>
      service
        ? []
        : [
            {
              path: `entities.${position}`,
              message: `${JSON.stringify(
                ref,
              )} is not a service in the catalog; expected one that is`,
            },
          ],
    ),
    ...environments.flatMap((name, position) => {
      const without = entities.filter(
        ({ service }) =>
          service && !service.environments.some(one => one.name === name),
      );
      return without.length === 0
        ? []
        : [
            {
              path: `environments.${position}`,
              message: `${JSON.stringify(name)} is not an environment of ${
                without[0].ref
              }; expected one of ${environmentNames(without[0]).join(', ')}`,
            },
          ];
    }),
    ...regions.flatMap((name, position) =>
      entities.some(entity =>
        environments.some(environment =>
          regionsOf(entity, environment).includes(name),
        ),
      )
        ? []
        : [
            {
              path: `regions.${position}`,
              message: `${JSON.stringify(
                name,
              )} is a region of none of its entities there; leave it out, or declare it in spec.continuity.environments`,
            },
          ],
    ),
  ];
}

function environmentNames({ service }: TouchedEntity): string[] {
  return [
    ...new Set(service?.environments.map(({ name }) => name) ?? []),
  ].sort();
}

function regionsOf({ service }: TouchedEntity, environment: string): string[] {
  const regions = service?.environments
    .filter(({ name }) => name === environment)
    .flatMap(({ region }) => region ?? []);
  return [...new Set(regions)].sort();
}
