import type { GraphNode } from '@continuity/plugin-continuity-common';
import { NodeName, useNodeWord } from './NodeName';

/** Canonical refs as they stand in sentences; a full stop may follow. */
const REF = /([a-z0-9_.-]+:[a-z0-9_.-]+\/[a-z0-9_.-]+)/;

/** A piece of a text: words, or whom a ref in it means. */
type Piece = string | { ref: string; node: GraphNode };

/** Takes a text apart where it names somebody whose title is known. */
function piecesOf(text: string, mentions: readonly GraphNode[]): Piece[] {
  const nodes = new Map(
    mentions.flatMap(node =>
      // What is in no catalog has no title, and its ref is what may be misspelt.
      node.ref === undefined || node.known === false ? [] : [[node.ref, node]],
    ),
  );
  return text.split(REF).flatMap((part): Piece[] => {
    const ref = part.replace(/[.]+$/, '');
    const node = nodes.get(ref);
    return node ? [{ ref, node }, part.slice(ref.length)] : [part];
  });
}

/**
 * A text of the backend that names entities by ref, with their titles as links in place of
 * the refs. The ref is shown on hovering, and stands beside titles that are alike.
 */
export const NamedText = (props: {
  text: string;
  /** Whom the text names. Absent: nobody is known, and refs stay refs. */
  mentions?: readonly GraphNode[];
}) => {
  const word = useNodeWord();
  const pieces = piecesOf(props.text, props.mentions ?? []);
  const refsOf = new Map<string, Set<string>>();
  for (const piece of pieces) {
    if (typeof piece === 'string') continue;
    const title = word(piece.node);
    refsOf.set(title, (refsOf.get(title) ?? new Set()).add(piece.ref));
  }
  const isAlike = (node: GraphNode) => (refsOf.get(word(node))?.size ?? 0) > 1;
  return (
    <>
      {pieces.map((piece, index) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          // The same may be named twice, and the pieces of a text never move.
          <span key={`${piece.ref} ${index}`} title={piece.ref}>
            <NodeName node={piece.node} inText />
            {isAlike(piece.node) ? ` (${piece.ref})` : ''}
          </span>
        ),
      )}
    </>
  );
};
