import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { CONTINUITY_SPEC_KINDS } from '@continuity/plugin-continuity-common';
import { isMap, parseAllDocuments, parseDocument, type Document } from 'yaml';
import { merge, type Merged } from './merge';
import { splice } from './splice';

/** What is put into a file. */
export interface Annotation {
  /** Ref of whose document it is. Absent: the only one that may declare continuity. */
  entity?: string;
  /** Of `spec.continuity`. */
  continuity?: Readonly<Record<string, unknown>>;
  /** Of `metadata.annotations`. */
  annotations?: Readonly<Record<string, string>>;
  /** Replaces what says something else. */
  overwrite: boolean;
}

export interface AnnotatedFile extends Merged {
  entityRef: string;
  /** As it would be; it is not known yet whether the catalog accepts it. */
  entity: Entity;
  /** The same as before when nothing changed. */
  text: string;
}

const kinds: readonly string[] = CONTINUITY_SPEC_KINDS;

/**
 * Adds to a catalog file what it does not say yet. Documents that are not meant stay as
 * they are, letter by letter.
 *
 * @param text - of the file, with any number of documents
 * @throws Error that says what cannot be read, or which documents there are to choose from
 */
export function annotateFile(
  text: string,
  { entity, continuity, annotations, overwrite }: Annotation,
): AnnotatedFile {
  const found = choose(text, entity);
  const part = text.slice(found.start, found.end);
  const document = parseDocument(part);
  const changes: string[] = [];
  const contradictions: Merged['contradictions'] = [];
  const put = (
    at: readonly string[],
    wanted: Readonly<Record<string, unknown>> | undefined,
  ) => {
    if (wanted === undefined || Object.keys(wanted).length === 0) return;
    // A key without a value holds nothing yet.
    if (document.hasIn(at) && document.getIn(at) === null) {
      document.setIn(at, document.createNode({}));
    }
    const merged = merge(document, at, wanted, overwrite);
    changes.push(...merged.changes);
    contradictions.push(...merged.contradictions);
  };
  const hadSpec = isMap(document.get('spec', true));
  put(['metadata', 'annotations'], annotations);
  put(['spec', 'continuity'], continuity);
  const changed = (prefix: string) =>
    changes.some(path => path.startsWith(prefix));
  const places: [string[], string][] = [
    ...(changed('metadata.annotations.')
      ? [[['metadata'], 'annotations'] satisfies [string[], string]]
      : []),
    ...(changed('spec.continuity.')
      ? [
          (hadSpec ? [['spec'], 'continuity'] : [[], 'spec']) satisfies [
            string[],
            string,
          ],
        ]
      : []),
  ];
  return {
    entityRef: found.entityRef,
    entity: document.toJS(),
    changes,
    contradictions,
    text:
      places.length === 0
        ? text
        : text.slice(0, found.start) +
          splice(part, document, places) +
          text.slice(found.end),
  };
}

/** The document that is meant, and where it stands in the file. */
function choose(text: string, ref: string | undefined) {
  const documents = parseAllDocuments(text);
  const all = Array.isArray(documents) ? documents : [];
  const broken = all.find(({ errors }) => errors.length > 0);
  if (broken) {
    throw new Error(`is not YAML: ${broken.errors[0].message}`);
  }
  const candidates = all.flatMap((document, index) => {
    const entityRef = refOf(document);
    return entityRef === undefined
      ? []
      : [{ entityRef, ...extent(all, index, text) }];
  });
  const wanted =
    ref === undefined
      ? undefined
      : stringifyEntityRef(
          parseEntityRef(ref, { defaultNamespace: DEFAULT_NAMESPACE }),
        );
  const meant = candidates.filter(
    ({ entityRef }) => wanted === undefined || entityRef === wanted,
  );
  if (meant.length === 1) return meant[0];
  const list = candidates.map(({ entityRef }) => entityRef).join(', ');
  throw new Error(
    candidates.length === 0
      ? `holds no ${kinds.join(', ')}`
      : `holds ${list}; ${
          wanted === undefined
            ? 'say which of them is meant'
            : `${meant.length === 0 ? 'not' : 'twice'} ${wanted}`
        }`,
  );
}

function refOf(document: Document.Parsed): string | undefined {
  const kind: unknown = document.get('kind');
  const name: unknown = document.getIn(['metadata', 'name']);
  const namespace: unknown = document.getIn(['metadata', 'namespace']);
  return typeof kind === 'string' &&
    typeof name === 'string' &&
    kinds.includes(kind)
    ? stringifyEntityRef({
        kind,
        name,
        namespace:
          typeof namespace === 'string' ? namespace : DEFAULT_NAMESPACE,
      })
    : undefined;
}

/** From the end of the document before to its own end. */
function extent(
  all: readonly Document.Parsed[],
  index: number,
  text: string,
): { start: number; end: number } {
  const isLast = index === all.length - 1;
  return {
    start: index === 0 ? 0 : all[index - 1].range[2],
    end: isLast ? text.length : all[index].range[2],
  };
}
